import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormProblem } from './form-answer.ts';

/** On top of a form that came back. */
export function FormProblems({ problems }: { readonly problems: readonly FormProblem[] }) {
  const { t } = useI18n();
  return (
    <ErrorSummary
      title={t('error.form.summary', { count: problems.length })}
      errors={problems.map(({ field, message }) => ({ id: field, text: tell(t, message) }))}
    />
  );
}

/** What stands beside one control. */
export function useProblemOf(problems: readonly FormProblem[]): (field: string) => string | undefined {
  const { t } = useI18n();
  return (field) => {
    const problem = problems.find((candidate) => candidate.field === field);
    return problem && tell(t, problem.message);
  };
}
