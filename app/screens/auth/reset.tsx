import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AddressInput } from './address-input.tsx';
import type { FormAnswer } from './form-answer.ts';
import { FormProblems } from './form-problems.tsx';
import { DeadLinkScreen, type LinkState } from './link.tsx';
import { NewPasswordForm } from './new-password-form.tsx';

/** Asks for a link to set a new password. */
export function ResetScreen({ answer }: { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      <PageHeader title={t('auth.reset.title')} lead={t('auth.reset.lead')} />
      <form id={ENTRY_FORM} method="post" className="stack stack-m" noValidate>
        <AddressInput answer={answer} autoComplete="username" />
        <Actions>
          <Button kind="primary">{t('auth.reset.send')}</Button>
        </Actions>
      </form>
      <p>
        <a href="/sign-in">{t('auth.signIn.withCode')}</a>
      </p>
    </Stack>
  );
}

export interface ResetLinkView {
  readonly state: LinkState;
  readonly minLength: number;
}

/** Behind the link: the new password itself. */
export function ResetLinkScreen({
  state,
  minLength,
  answer,
}: ResetLinkView & { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  if (state !== 'open') {
    return <DeadLinkScreen state={state} next={{ href: '/reset', label: t('auth.link.newLink') }} />;
  }
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      <PageHeader title={t('auth.reset.chooseTitle')} lead={t('auth.reset.chooseLead')} />
      <NewPasswordForm minLength={minLength} submit={t('auth.reset.save')} problems={answer.problems} />
    </Stack>
  );
}
