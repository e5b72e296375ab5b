import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { textIn } from '#schema/language.ts';
import { FieldInput, fieldInputName } from './field-input.tsx';
import { type FieldQuestionView, fieldQuestionPath, type SentFieldQuestion } from './field-question-view.ts';
import { IntentField } from './intent-field.tsx';
import { type CompanyName, companyPath } from './view.ts';

interface QuestionProps {
  readonly question: FieldQuestionView;
  readonly company: CompanyName;
  readonly intentId: string;
  readonly sent?: SentFieldQuestion | undefined;
}

/** One question with its reason and its benefit. Answering and putting it off weigh the same. */
export function FieldQuestion({ question, company, intentId, sent }: QuestionProps) {
  const { t, format, language } = useI18n();
  const { field, reason, benefit, seenFor } = question;
  return (
    <Card
      id="detail"
      tone="question"
      title={fieldLabel(t, field)}
      subtitle={t('me.ask.kicker', { company: company.name })}
    >
      <form method="post" action={fieldQuestionPath(company.slug, field)} className="stack stack-m">
        <IntentField id={intentId} />
        <p>{t('me.ask.reason', { text: textIn(reason, language) })}</p>
        <p>{t('me.ask.benefit', { text: textIn(benefit, language) })}</p>
        <FieldInput field={field} value={sent?.value} error={sent && tell(t, sent.message)} />
        <p className="soft small">
          {seenFor.length > 0
            ? t('me.ask.seesNow', {
                company: company.name,
                purpose: format.list(seenFor.map((title) => textIn(title, language))),
              })
            : t('me.ask.whoSees', { company: company.name })}{' '}
          {t('me.ask.skipMeans')}
        </p>
        <Actions>
          <Button name="act" value="answer">
            {t('me.ask.answer')}
          </Button>
          <Button name="act" value="skip" formNoValidate>
            {t('me.ask.skip')}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

export function FieldQuestionScreen({ company, ...rest }: QuestionProps) {
  const { t } = useI18n();
  const { field } = rest.question;
  const error = rest.sent && tell(t, rest.sent.message);
  return (
    <Stack gap="l">
      <ErrorSummary
        title={`${t('error.form.summary', { count: error ? 1 : 0 })} ${t('error.form.kept')}`}
        errors={error ? [{ id: fieldInputName(field), text: error }] : []}
      />
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: companyPath(company.slug), label: company.name },
            ]}
          />
        }
        title={t('me.ask.title', { company: company.name })}
      />
      <FieldQuestion company={company} {...rest} />
    </Stack>
  );
}
