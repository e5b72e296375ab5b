import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Grid, Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { IntentField } from '../me/intent-field.tsx';
import { REASON_MAX } from './entry-view.ts';
import { personPath } from './paths.ts';
import type { PersonView, ProofForm, ProofProblem, ProofView } from './proof-view.ts';

interface ProofDoorProps {
  readonly view: Pick<PersonView, 'subject' | 'intentId'>;
  readonly problem: ProofProblem | undefined;
  /** Below an open proof: the same once more, as of another date. */
  readonly again?: Pick<ProofView, 'reason' | 'identity'>;
}

/** What opening asks for: a reason, and whatever should stand on the page. */
export function ProofDoor({ view: { subject, intentId }, problem, again }: ProofDoorProps) {
  const { t } = useI18n();
  const before: ProofForm = {
    reason: again?.reason ?? '',
    identity: again?.identity ?? '',
    asOf: '',
    texts: false,
  };
  const { errors, typed } = problem ?? { errors: {} as ProofProblem['errors'], typed: before };
  const told = (name: 'reason' | 'identity' | 'asOf') => {
    const error = errors[name];
    return error && tell(t, error);
  };
  const wrong = (['reason', 'identity', 'asOf'] as const).flatMap((name) => {
    const text = told(name);
    return text ? [{ id: name, text }] : [];
  });
  return (
    <Section
      id="open"
      title={t(again ? 'officer.customer.openAgain' : 'officer.customer.open')}
      lead={t(again ? 'officer.customer.openAgainText' : 'officer.customer.openText')}
    >
      <form method="post" action={personPath(subject)}>
        <IntentField id={intentId} />
        <Stack>
          <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
          <TextInput
            name="reason"
            label={t('officer.customer.reason')}
            hint={t('officer.customer.reasonHint')}
            error={told('reason')}
            defaultValue={typed.reason}
            maxLength={REASON_MAX}
            autoComplete="off"
          />
          <Grid>
            <TextInput
              name="identity"
              label={t('officer.customer.identity')}
              hint={t('officer.customer.identityHint')}
              error={told('identity')}
              defaultValue={typed.identity}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
            />
            <DateInput
              name="asOf"
              label={t('officer.customer.asOf')}
              hint={t('officer.customer.asOfHint')}
              error={told('asOf')}
              defaultValue={typed.asOf}
            />
          </Grid>
          <Checkbox
            name="texts"
            value="yes"
            label={t('officer.customer.texts')}
            defaultChecked={typed.texts}
          />
          <Actions>
            <Button kind="primary" icon="lock">
              {t('officer.customer.openNow')}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  );
}
