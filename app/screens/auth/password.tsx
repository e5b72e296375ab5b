import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { AccountTrail } from '../me/account-trail.tsx';
import type { FormAnswer } from './form-answer.ts';
import { FormProblems } from './form-problems.tsx';
import { NewPasswordForm } from './new-password-form.tsx';

export interface PasswordView {
  readonly hasPassword: boolean;
  readonly minLength: number;
  readonly done: 'saved' | 'removed' | null;
  /** Customers come here from their account. */
  readonly ofCustomer: boolean;
}

export function PasswordScreen({
  hasPassword,
  minLength,
  done,
  ofCustomer,
  answer,
}: PasswordView & { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      {done ? <Notice tone="done" live="status" title={t(`auth.password.${done}`)} /> : null}
      <PageHeader
        back={ofCustomer ? <AccountTrail /> : undefined}
        title={t(hasPassword ? 'auth.password.changeTitle' : 'auth.password.setTitle')}
        lead={t('auth.password.lead')}
      />
      <NewPasswordForm minLength={minLength} submit={t('auth.password.save')} problems={answer.problems} />
      {hasPassword ? (
        <Section id="remove" title={t('auth.password.removeTitle')} lead={t('auth.password.removeLead')}>
          <form method="post">
            <Actions>
              <Button name="act" value="remove">
                {t('auth.password.remove')}
              </Button>
            </Actions>
          </form>
        </Section>
      ) : null}
    </Stack>
  );
}
