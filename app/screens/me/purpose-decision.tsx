import { useI18n } from '#app/i18n/i18n-context.tsx';
import { AnswerPair } from '#app/ui/answer-pair.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { AgeLimit } from '#schema/age.ts';
import { IntentField } from './intent-field.tsx';
import { ChoiceFields } from './purpose-choice.tsx';
import { needsNewYes, type PurposeView, type SentDecision } from './purpose-view.ts';

interface PurposeDecisionProps {
  readonly view: PurposeView;
  readonly sent: SentDecision | undefined;
  /** The company asks: yes and no stand side by side, also where an older no holds. */
  readonly asked?: boolean | undefined;
}

/** The answer, after everything it depends on was said. Where a no already stands, only the yes is left to offer. */
export function PurposeDecision({ view, sent, asked }: PurposeDecisionProps) {
  const { t } = useI18n();
  const { line, company, intentId } = view;
  const question = t('purpose.decision.question', { company: company.name });
  const noStands = !asked && (line.state === 'refused' || line.state === 'withdrawn');
  const newYes = needsNewYes(view);
  if (view.age?.answer === false) return <TooYoung limit={view.age.limit} />;
  return (
    <Card id="decision" title={t('purpose.decision.heading')}>
      <form id={ENTRY_FORM} method="post" className="stack stack-m">
        <IntentField id={intentId} />
        <ChoiceFields
          view={view}
          chosen={sent ?? { fields: [], channels: [], months: '' }}
          values={sent?.values}
          errors={sent?.errors ?? []}
        />
        {noStands ? (
          <Actions>
            <Button name="act" value="yes">
              {t('me.purpose.yesNow')}
            </Button>
          </Actions>
        ) : (
          <AnswerPair
            name="act"
            label={question}
            labelShown
            yes={{
              value: 'yes',
              label: t('purpose.decision.yes'),
              detail: newYes ? t('me.purpose.yesNewText') : undefined,
            }}
            no={{
              value: 'no',
              label: t('purpose.decision.no'),
              detail: newYes ? t('me.purpose.noOldToo') : undefined,
            }}
          />
        )}
        {noStands ? null : <p className="soft small">{t('purpose.decision.noMatter')}</p>}
      </form>
    </Card>
  );
}

/** Kind and short: nothing is lost, nothing is asked. */
function TooYoung({ limit }: { readonly limit: AgeLimit }) {
  const { t } = useI18n();
  return (
    <Notice
      tone="info"
      id="decision"
      title={t('me.age.tooYoung', { age: String(limit) })}
      actions={<ButtonLink href="/me/account#age">{t('me.age.change')}</ButtonLink>}
    >
      <p>{t('me.age.tooYoungText')}</p>
    </Notice>
  );
}
