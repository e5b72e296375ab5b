import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

/** How a mailed link stands; anything but `open` no longer works. */
export type LinkState = 'open' | 'used' | 'expired' | 'broken' | 'foreign';

interface OpenLinkProps {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
}

/** The page behind a mailed link: opening it changes nothing, the button does. */
export function OpenLinkScreen({ title, lead, button }: OpenLinkProps) {
  return (
    <Stack gap="l">
      <PageHeader title={title} lead={lead} />
      <form method="post">
        <Actions>
          <Button kind="primary">{button}</Button>
        </Actions>
      </form>
    </Stack>
  );
}

interface DeadLinkProps {
  readonly state: Exclude<LinkState, 'open'>;
  /** What to do now, when there is more to say than the state. */
  readonly hint?: string | undefined;
  readonly next: { readonly href: string; readonly label: string };
}

export function DeadLinkScreen({ state, hint, next }: DeadLinkProps) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t('auth.link.deadTitle')} lead={t(`error.link.${state}`)} />
      {hint ? <p>{hint}</p> : null}
      <Actions>
        <ButtonLink href={next.href}>{next.label}</ButtonLink>
      </Actions>
    </Stack>
  );
}
