import { useI18n } from '#app/i18n/i18n-context.tsx';
import { RichText } from '#app/i18n/rich-text.tsx';
import { Button } from '#app/ui/button.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AddressInput } from './address-input.tsx';
import type { FormAnswer } from './form-answer.ts';
import { FormProblems } from './form-problems.tsx';

/** An address is all; no password, no name. */
export function RegisterScreen({ answer }: { readonly answer: FormAnswer }) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <FormProblems problems={answer.problems} />
      <PageHeader title={t('auth.register.title')} lead={t('auth.register.lead')} />
      <form id={ENTRY_FORM} method="post" className="stack stack-m" noValidate>
        <AddressInput answer={answer} autoComplete="email" />
        <p className="soft small">
          <RichText
            text={t('auth.register.notice')}
            parts={{ notice: (text) => <a href="/privacy">{text}</a> }}
          />
        </p>
        <Actions>
          <Button kind="primary">{t('auth.register.send')}</Button>
        </Actions>
      </form>
      <p>
        {t('auth.register.already')} <a href="/sign-in">{t('auth.signIn.title')}</a>
      </p>
    </Stack>
  );
}
