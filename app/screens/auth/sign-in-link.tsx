import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DeadLinkScreen, type LinkState, OpenLinkScreen } from './link.tsx';

export function SignInLinkScreen({ state }: { readonly state: LinkState }) {
  const { t } = useI18n();
  if (state === 'open') {
    return (
      <OpenLinkScreen title={t('auth.link.title')} lead={t('auth.link.lead')} button={t('auth.link.enter')} />
    );
  }
  return <DeadLinkScreen state={state} next={{ href: '/sign-in', label: t('auth.link.newLink') }} />;
}
