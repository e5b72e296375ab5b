import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { LATER_DAYS } from '#schema/consent-request.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { Branded } from './branded.tsx';
import { IntentField } from './intent-field.tsx';
import { PurposeCard } from './purpose-card.tsx';
import { PurposeDecision } from './purpose-decision.tsx';
import type { PurposeView, SentDecision } from './purpose-view.ts';
import { purposePath } from './view.ts';
import { useFieldList } from './words.ts';

export interface QuestionView {
  readonly purpose: PurposeView;
  /** Answered, ended or put away: there is nothing to answer here any more. */
  readonly over: boolean;
  readonly askedAt: Instant;
  readonly endsAt: Instant;
  /** In the company's words; null when it does not open any more. */
  readonly reason: string | null;
  /** What the company would like; empty while the browser asks not to share. */
  readonly wishes: { readonly fields: readonly FieldId[]; readonly months: number | null };
  /** "Later" works once. */
  readonly mayPostpone: boolean;
}

/** One question: who asks, why and since when, then the whole text, then the answer, then the ways around it. */
export function QuestionScreen({
  view,
  sent,
}: {
  readonly view: QuestionView;
  readonly sent?: SentDecision | undefined;
}) {
  const { t, format, language } = useI18n();
  const { purpose, over, askedAt, endsAt } = view;
  const { company, cards, line, releasedAt, gpc } = purpose;
  const card = cards.find((one) => one.language === language) ?? cards[0];
  if (!card) return null;
  return (
    <Branded company={company.slug}>
      <Stack gap="l">
        <ErrorSummary
          title={t('error.form.summary', { count: sent?.errors.length ?? 0 })}
          errors={(sent?.errors ?? []).map(({ id, message }) => ({ id, text: tell(t, message) }))}
        />
        {sent?.problem ? <Notice tone="problem" live="alert" title={tell(t, sent.problem)} /> : null}
        <PageHeader
          back={
            <BackLink
              label={t('common.nav.breadcrumb')}
              trail={[{ href: '/me/questions', label: t('me.questions.title') }]}
            />
          }
          kicker={
            <>
              <BrandMark name={company.name} size="s" /> {t('me.question.title', { company: company.name })}
            </>
          }
          title={<span lang={card.language}>{card.title}</span>}
          lead={<span lang={card.language}>{card.what}</span>}
        />
        {over ? (
          <Notice
            tone="info"
            title={t('me.question.over')}
            actions={
              <ButtonLink href={purposePath(company.slug, line.slug)}>
                {t('me.question.toPurpose')}
              </ButtonLink>
            }
          />
        ) : null}
        {gpc ? <Notice tone="info" title={t('purpose.card.gpc')} /> : null}
        <Section
          id="why"
          title={t('me.question.why')}
          lead={t('me.question.asks', { company: company.name, date: format.date(askedAt) })}
        >
          <Why view={view} />
        </Section>
        <Section id="text" title={t('me.purpose.textTitle')}>
          <PurposeCard
            card={card}
            releasedAt={releasedAt}
            noticeHref={`/privacy/${company.slug}`}
            whatShown
          />
        </Section>
        {over ? null : (
          <>
            <PurposeDecision view={purpose} sent={sent} asked />
            <p className="soft">{t('me.question.until', { date: format.date(endsAt) })}</p>
            <OtherWays view={view} />
          </>
        )}
      </Stack>
    </Branded>
  );
}

function Why({ view: { reason, wishes, purpose } }: { readonly view: QuestionView }) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  const wished = [
    ...(wishes.fields.length > 0 ? [t('me.question.wishFields', { fields: fields(wishes.fields) })] : []),
    ...(wishes.months === null
      ? []
      : [t('me.question.wishMonths', { duration: format.months(wishes.months) })]),
  ];
  return (
    <Stack gap="s">
      {reason === null ? (
        <p className="soft">{t('me.question.whyGone')}</p>
      ) : (
        <blockquote className="measure">{t('me.quoted', { text: reason })}</blockquote>
      )}
      {wished.length > 0 ? <p className="measure">{wished.join(' ')}</p> : null}
      {purpose.gpc ? <p className="soft small">{t('me.question.gpcNoWish')}</p> : null}
    </Stack>
  );
}

/** No answer is an answer, too: later, or no more questions at all. */
function OtherWays({ view: { purpose, mayPostpone } }: { readonly view: QuestionView }) {
  const { t } = useI18n();
  const { intentId, company } = purpose;
  return (
    <Card title={t('me.question.other')} tone="sunk">
      <p>{t('me.question.otherText')}</p>
      {mayPostpone ? (
        <form method="post" className="stack stack-s">
          <IntentField id={intentId} />
          <SelectInput
            name="days"
            label={t('me.question.laterLabel')}
            hint={t('me.question.laterOnce')}
            defaultValue="30"
            options={LATER_DAYS.map((days) => ({
              value: String(days),
              label: t(`me.question.laterLength.${days}`),
            }))}
          />
          <Actions>
            <Button name="act" value="later">
              {t('me.question.later')}
            </Button>
          </Actions>
        </form>
      ) : null}
      <form method="post" className="stack stack-s">
        <IntentField id={intentId} />
        <p>{t('me.question.neverText')}</p>
        <Actions>
          <Button name="act" value="never">
            {t('me.question.never', { company: company.name })}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}
