import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';

/** The way back from a page of the account. */
export function AccountTrail() {
  const { t } = useI18n();
  return (
    <BackLink
      label={t('common.nav.breadcrumb')}
      trail={[
        { href: '/me', label: t('common.nav.home') },
        { href: '/me/account', label: t('common.nav.account') },
      ]}
    />
  );
}
