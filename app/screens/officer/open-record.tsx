import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { IntentField } from '../me/intent-field.tsx';
import { type EntryProblem, type EntryView, REASON_MAX } from './entry-view.ts';
import { entryPath } from './paths.ts';

interface OpenRecordProps {
  readonly view: Pick<EntryView, 'line' | 'intentId'>;
  readonly problem: EntryProblem | undefined;
}

/** The door to a record: a reason, which stands in the log before anything is opened. */
export function OpenRecord({ view: { line, intentId }, problem }: OpenRecordProps) {
  const { t } = useI18n();
  const error = problem ? tell(t, problem.error) : undefined;
  return (
    <Section
      id="open"
      title={t('officer.entry.open')}
      lead={t(line.subject ? 'officer.entry.openPerson' : 'officer.entry.openPlain')}
    >
      <form method="post" action={entryPath(line.index)}>
        <IntentField id={intentId} />
        <Stack>
          <ErrorSummary
            title={t('error.form.summary', { count: error ? 1 : 0 })}
            errors={error ? [{ id: 'reason', text: error }] : []}
          />
          <TextInput
            name="reason"
            label={t('officer.entry.reason')}
            hint={t('officer.entry.reasonHint')}
            error={error}
            defaultValue={problem?.typed}
            maxLength={REASON_MAX}
            autoComplete="off"
          />
          <Actions>
            <Button kind="primary" icon="lock">
              {t('officer.entry.openNow')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  );
}
