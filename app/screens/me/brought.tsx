import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { Instant } from '#schema/instant.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import type { BroughtSource } from './brought-sources.tsx';

export interface BroughtLine {
  readonly id: string;
  readonly at: Instant;
  /** Null: of a kind that is not known here. */
  readonly kind: LedgerKind | null;
  readonly company: string | null;
  readonly purpose: string | null;
  readonly verified: boolean;
}

export interface BroughtView {
  readonly about: BroughtSource;
  readonly lines: readonly BroughtLine[];
  readonly next: string | null;
  readonly isFirstPage: boolean;
}

/** Entries of another portal, newest first: what was there, not what holds here. */
export function BroughtScreen({ about, lines, next, isFirstPage }: BroughtView) {
  const { t, format } = useI18n();
  const oldest = lines.at(-1);
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: '/me/history', label: t('common.nav.history') },
            ]}
          />
        }
        title={t('me.bring.from', { origin: about.origin })}
        lead={t('me.bring.listLead')}
      />
      <Timeline
        label={t('me.bring.listTitle')}
        items={lines.map(({ id, at, kind, company, purpose, verified }) => ({
          key: id,
          time: format.dateTime(at),
          dateTime: at,
          title: (
            <a href={`/me/history/brought/${about.source}/${id}`}>
              {kind ? t(`state.customer.event.${kind}`) : t('me.bring.unknownKind')}
            </a>
          ),
          children: (
            <p className="soft small">
              {[
                company,
                purpose ? t('me.quoted', { text: purpose }) : null,
                t(verified ? 'me.bring.verified' : 'me.bring.notVerified'),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          ),
        }))}
      />
      {next || !isFirstPage ? (
        <Pagination
          label={t('common.page.label')}
          summary={oldest ? t('me.looks.upTo', { date: format.date(oldest.at) }) : t('common.page.empty')}
          previous={
            isFirstPage
              ? undefined
              : { href: `/me/history/brought/${about.source}`, label: t('me.page.newest') }
          }
          next={next ? { href: next, label: t('me.page.older') } : undefined}
        />
      ) : null}
    </Stack>
  );
}
