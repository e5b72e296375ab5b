import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { AgeQuestion, ageName } from '../me/age-question.tsx';
import { FieldInput, fieldInputName } from '../me/field-input.tsx';
import type { JoinView, SentJoin } from './join-view.ts';

interface JoinDetailsProps {
  readonly view: JoinView;
  readonly sent: SentJoin | undefined;
  readonly errorOf: (id: string) => string | undefined;
}

/** The address, and what the chosen answers need: each value once, and only while a yes asks for it. */
export function JoinDetails({ view: { inputs, company, ageLimit, told }, sent, errorOf }: JoinDetailsProps) {
  const { t } = useI18n();
  const alsoWithoutYes = told.some(({ card }) => card.basis === 'objection' && card.fields.length > 0);
  return (
    <Section
      id="details"
      title={t('public.join.details')}
      lead={t(alsoWithoutYes ? 'public.join.detailsAlso' : 'public.join.detailsOnly', {
        company: company.name,
      })}
    >
      <Stack>
        <TextInput
          name="email"
          type="email"
          label={t('field.label.email')}
          hint={t('field.hint.email')}
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={120}
          defaultValue={sent?.email}
          error={errorOf('email')}
        />
        {ageLimit ? (
          <AgeQuestion
            limit={ageLimit}
            answer={sent?.oldEnough ?? null}
            hint={t('me.age.hint')}
            error={errorOf(ageName(ageLimit))}
          />
        ) : null}
        {inputs.map((field) => (
          <div key={field} className={`join-value join-value-${field}`}>
            <FieldInput field={field} value={sent?.values[field]} error={errorOf(fieldInputName(field))} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}
