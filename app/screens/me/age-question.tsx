import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { AgeLimit } from '#schema/age.ts';

interface AgeQuestionProps {
  readonly limit: AgeLimit;
  readonly answer: boolean | null;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** "16 or older?" in two words, never a birth date; nothing is chosen before somebody chose it. */
export function AgeQuestion({ limit, answer, hint, error }: AgeQuestionProps) {
  const { t } = useI18n();
  return (
    <ChoiceGroup
      kind="radio"
      name={ageName(limit)}
      legend={t('me.age.question', { age: String(limit) })}
      hint={hint}
      error={error}
      layout="columns"
      choices={[
        { value: 'yes', label: t('common.answer.yes'), checked: answer === true },
        { value: 'no', label: t('common.answer.no'), checked: answer === false },
      ]}
    />
  );
}

export const ageName = (limit: AgeLimit): string => `age-${limit}`;
