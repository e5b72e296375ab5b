import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AddressInput } from '../auth/address-input.tsx';
import type { FormAnswer } from '../auth/form-answer.ts';
import { FormProblems } from '../auth/form-problems.tsx';

/** A fresh link in place of one that is too old: by mail, to the address of the account. */
export function NewLinkScreen({ answer }: { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      <PageHeader title={t('byMail.newLink.title')} lead={t('byMail.newLink.lead')} />
      <form id={ENTRY_FORM} method="post" className="stack stack-m" noValidate>
        <AddressInput answer={answer} autoComplete="email" />
        <Actions>
          <Button kind="primary">{t('auth.reset.send')}</Button>
        </Actions>
      </form>
      <p>
        <a href="/sign-in">{t('auth.link.toSignIn')}</a>
      </p>
    </Stack>
  );
}

/** The same page for every address. */
export function NewLinkSentScreen() {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t('byMail.newLink.sentTitle')} lead={t('byMail.newLink.sentLead')} />
      <Stack gap="s">
        <p>{t('auth.register.sentNothing')}</p>
        <p>
          <a href="/mail">{t('auth.register.again')}</a>
        </p>
      </Stack>
    </Stack>
  );
}
