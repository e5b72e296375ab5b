import { useI18n } from '#app/i18n/i18n-context.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';

/** All that came from one other portal. */
export interface BroughtSource {
  readonly source: string;
  readonly origin: string;
  readonly count: number;
  readonly verified: number;
  readonly broughtAt: Instant;
}

/** Below the history: what was brought along from elsewhere, and holds nothing here. */
export function BroughtSources({ sources }: { readonly sources: readonly BroughtSource[] }) {
  const { t, format } = useI18n();
  if (sources.length === 0) return null;
  return (
    <Section id="brought" title={t('me.bring.listTitle')} lead={t('me.bring.listLead')}>
      <LinkList
        label={t('me.bring.listTitle')}
        rows={sources.map(({ source, origin, count, verified, broughtAt }) => ({
          key: source,
          href: `/me/history/brought/${source}`,
          title: t('me.bring.from', { origin }),
          detail: t('me.bring.fromDetail', { count, date: format.date(broughtAt) }),
          end:
            verified === count
              ? t('me.bring.allVerified')
              : t('me.bring.someVerified', {
                  verified: format.number(verified),
                  total: format.number(count),
                }),
        }))}
      />
    </Section>
  );
}
