import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { textIn } from '#schema/language.ts';
import type { EndingView } from './ending-view.ts';
import { personPath, shortSubject } from './paths.ts';
import { Printed } from './printed.tsx';

/** Whose consent ends soon, or waits for its confirmation, by pairwise id: nothing is opened here. */
export function EndingScreen({ at, companyName, item, people }: EndingView) {
  const { t, format, language } = useI18n();
  const { what, count, version, title, until } = item;
  const date = until === null ? '' : format.date(until);
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/officer', label: t('officer.today.title') }]}
          />
        }
        kicker={`${textIn(title, language)}, ${t('officer.log.version', { version: String(version) })}`}
        title={count === 0 ? t('officer.ending.none') : t(`officer.ending.headline.${what}`, { count, date })}
        lead={t(`officer.ending.lead.${what}`)}
      />
      {people.length === 0 ? (
        <EmptyState title={t('common.page.empty')} />
      ) : (
        <DataTable
          caption={t('officer.ending.table')}
          captionHidden
          density="dense"
          rows={people}
          rowKey={({ subject }) => subject}
          columns={[
            {
              key: 'subject',
              head: t('officer.log.subject'),
              lead: true,
              cell: ({ subject }) => <a href={personPath(subject)}>{shortSubject(subject)}</a>,
            },
            {
              key: 'decided',
              head: t(what === 'pending' ? 'officer.ending.asked' : 'officer.ending.granted'),
              cell: ({ decidedAt }) => <time dateTime={decidedAt}>{format.date(decidedAt)}</time>,
            },
            ...(what === 'pending'
              ? []
              : [
                  {
                    key: 'ends',
                    head: t('officer.ending.ends'),
                    cell: ({ expiresAt }: EndingView['people'][number]) => {
                      const ends =
                        what === 'ending' && until !== null ? earlier(until, expiresAt) : expiresAt;
                      return ends ? <time dateTime={ends}>{format.date(ends)}</time> : '–';
                    },
                  },
                ]),
          ]}
        />
      )}
      {people.length < count ? (
        <p className="soft">{t('officer.ending.first', { count: people.length })}</p>
      ) : null}
      <Printed at={at} companyName={companyName} />
    </Stack>
  );
}

function earlier<T extends string>(one: T, other: T | null): T {
  return other !== null && other < one ? other : one;
}
