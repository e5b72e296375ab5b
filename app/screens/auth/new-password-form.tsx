import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions } from '#app/ui/layout.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { FormProblem } from './form-answer.ts';
import { useProblemOf } from './form-problems.tsx';

interface NewPasswordFormProps {
  readonly minLength: number;
  readonly submit: string;
  readonly problems: readonly FormProblem[];
}

/** One field, no repetition: whoever mistypes asks for a code. */
export function NewPasswordForm({ minLength, submit, problems }: NewPasswordFormProps) {
  const { t } = useI18n();
  const problemOf = useProblemOf(problems);
  return (
    <form method="post" className="stack stack-m">
      <TextInput
        name="password"
        label={t('auth.field.newPassword')}
        hint={t('auth.field.newPasswordHint', { min: minLength })}
        type="password"
        autoComplete="new-password"
        error={problemOf('password')}
      />
      <Actions>
        <Button kind="primary" name="act" value="save">
          {submit}
        </Button>
      </Actions>
    </form>
  );
}
