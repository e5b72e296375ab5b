import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { CodeForm } from './code-form.tsx';
import type { FormAnswer } from './form-answer.ts';
import { FormProblems, useProblemOf } from './form-problems.tsx';

export interface CodeSentView {
  readonly digits: number;
}

/** After asking for a code: the same page for every address. */
export function CodeSentScreen({ digits, answer }: CodeSentView & { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  const problemOf = useProblemOf(answer.problems);
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      <PageHeader title={t('auth.code.title')} lead={t('auth.code.lead')} />
      <CodeForm digits={digits} submit={t('auth.code.enter')} error={problemOf('code')} />
      <Stack gap="s">
        <p>{t('auth.code.nothing')}</p>
        <p>
          <a href="/sign-in">{t('auth.code.again')}</a>
        </p>
      </Stack>
    </Stack>
  );
}

interface LinkSentProps {
  readonly kind: 'register' | 'reset';
}

/** After asking for a link: the same page for every address. */
export function LinkSentScreen({ kind }: LinkSentProps) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t(`auth.${kind}.sentTitle`)} lead={t(`auth.${kind}.sentLead`)} />
      <Stack gap="s">
        <p>{t('auth.register.sentNothing')}</p>
        <p>
          <a href={`/${kind}`}>{t('auth.register.again')}</a>
        </p>
      </Stack>
    </Stack>
  );
}
