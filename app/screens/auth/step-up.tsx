import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { CodeForm } from './code-form.tsx';
import type { FormAnswer } from './form-answer.ts';
import { FormProblems, useProblemOf } from './form-problems.tsx';

export interface StepUpView {
  readonly digits: number;
  /** A code was mailed; the page asks for it. */
  readonly sent: boolean;
  /** Where "not now" leads. */
  readonly home: string;
}

/** A fresh code before export, another address or leaving. Nothing is mailed before the button. */
export function StepUpScreen({ digits, sent, home, answer }: StepUpView & { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  const problemOf = useProblemOf(answer.problems);
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      {sent && answer.problems.length === 0 ? (
        <Notice tone="done" live="status" title={t('auth.stepUp.sent')} />
      ) : null}
      <PageHeader title={t('auth.stepUp.title')} lead={t('auth.stepUp.lead')} />
      {sent ? <CodeForm digits={digits} submit={t('auth.stepUp.enter')} error={problemOf('code')} /> : null}
      <form method="post">
        <Actions>
          <Button kind={sent ? 'quiet' : 'primary'} name="act" value="send">
            {t(sent ? 'auth.stepUp.again' : 'auth.stepUp.send')}
          </Button>
        </Actions>
      </form>
      <p>
        <a href={home}>{t('auth.stepUp.back')}</a>
      </p>
    </Stack>
  );
}
