import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { Instant } from '#schema/instant.ts';

export interface LeftView {
  /** The last proof goes then; null: nothing was kept. */
  readonly until: Instant | null;
  /** How many companies were told to delete. */
  readonly told: number;
}

/** The last page of an account. */
export function LeftScreen({ until, told }: LeftView) {
  const { t, format } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader title={t('public.left.headline')} lead={t('public.left.lead')} />
      <Prose>
        <p>{until ? t('public.left.until', { date: format.date(until) }) : t('public.left.nothing')}</p>
        {told > 0 ? <p>{t('public.left.told', { count: told })}</p> : null}
      </Prose>
      <Actions>
        <ButtonLink href="/">{t('public.left.home')}</ButtonLink>
      </Actions>
    </Stack>
  );
}
