import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { DeadLinkScreen, type LinkState, OpenLinkScreen } from './link.tsx';

export interface ConfirmView {
  /** A first address, or another one in place of the old. */
  readonly kind: 'first' | 'new';
  readonly state: LinkState;
  /** Another address is confirmed by whoever is signed in. */
  readonly signInFirst: boolean;
  /** The address belongs to another account. */
  readonly taken: boolean;
}

export function ConfirmScreen({ kind, state, signInFirst, taken }: ConfirmView) {
  const { t } = useI18n();
  if (taken || (signInFirst && state === 'open')) {
    return (
      <Stack gap="l">
        <PageHeader title={t('auth.confirm.title')} />
        <Notice tone="info" title={t(taken ? 'error.form.emailTaken' : 'auth.confirm.signInFirst')} />
        <Actions>
          {taken ? (
            <ButtonLink href="/me/account/address">{t('auth.address.title')}</ButtonLink>
          ) : (
            <ButtonLink href="/sign-in">{t('auth.link.toSignIn')}</ButtonLink>
          )}
        </Actions>
      </Stack>
    );
  }
  if (state !== 'open') return <DeadConfirmation kind={kind} state={state} />;
  return kind === 'first' ? (
    <OpenLinkScreen
      title={t('auth.confirm.title')}
      lead={t('auth.confirm.lead')}
      button={t('auth.confirm.enter')}
    />
  ) : (
    <OpenLinkScreen
      title={t('auth.confirm.title')}
      lead={t('auth.confirm.newLead')}
      button={t('auth.confirm.newEnter')}
    />
  );
}

function DeadConfirmation({
  kind,
  state,
}: {
  readonly kind: ConfirmView['kind'];
  readonly state: Exclude<LinkState, 'open'>;
}) {
  const { t } = useI18n();
  const signIn = { href: '/sign-in', label: t('auth.link.toSignIn') };
  if (kind === 'new') {
    return (
      <DeadLinkScreen state={state} next={{ href: '/me/account/address', label: t('auth.address.title') }} />
    );
  }
  if (state === 'used')
    return <DeadLinkScreen state={state} hint={t('auth.confirm.usedHint')} next={signIn} />;
  const register = { href: '/register', label: t('auth.register.title') };
  return <DeadLinkScreen state={state} hint={t('auth.confirm.deadHint')} next={register} />;
}
