import { useI18n } from '#app/i18n/i18n-context.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { FormAnswer } from './form-answer.ts';
import { useProblemOf } from './form-problems.tsx';

interface AddressInputProps {
  readonly answer: FormAnswer;
  /** `username` where the address opens an account: password managers fill it in. */
  readonly autoComplete: 'username' | 'email';
}

/** The mail address by which somebody is known here, as typed before. */
export function AddressInput({ answer, autoComplete }: AddressInputProps) {
  const { t } = useI18n();
  const problemOf = useProblemOf(answer.problems);
  return (
    <TextInput
      name="email"
      label={t('auth.field.email')}
      type="email"
      autoComplete={autoComplete}
      inputMode="email"
      spellCheck={false}
      autoCapitalize="none"
      defaultValue={answer.values.email}
      error={problemOf('email')}
    />
  );
}
