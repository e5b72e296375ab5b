import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export function SignedOutScreen() {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t('auth.signedOut.title')} lead={t('auth.signedOut.lead')} />
      <Actions>
        <ButtonLink href="/sign-in">{t('auth.signedOut.again')}</ButtonLink>
      </Actions>
    </Stack>
  );
}
