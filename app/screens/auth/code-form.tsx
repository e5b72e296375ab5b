import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions } from '#app/ui/layout.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

interface CodeFormProps {
  readonly digits: number;
  readonly submit: string;
  readonly error: string | undefined;
}

/** Eight digits from a mail. `text` and not `number`: a leading zero belongs to the code. */
export function CodeForm({ digits, submit, error }: CodeFormProps) {
  const { t } = useI18n();
  return (
    <form method="post" className="stack stack-m">
      <TextInput
        name="code"
        label={t('auth.field.code')}
        hint={t('auth.field.codeHint', { length: digits })}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={20}
        short
        mono
        error={error}
      />
      <Actions>
        <Button kind="primary" name="act" value="code">
          {submit}
        </Button>
      </Actions>
    </form>
  );
}
