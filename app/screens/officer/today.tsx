import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { Stats } from '#app/ui/stat.tsx';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { type EndingItem, endingPath } from './ending-view.ts';
import { LookTable, type OfficerLook } from './look-table.tsx';
import { Printed } from './printed.tsx';
import type { LogStand } from './view.ts';
import { lateIn, type QueueItem, WorkQueue } from './work-queue.tsx';

/** Decisions that are counted apart. */
export const COUNTED = [
  'granted',
  'changed',
  'refused',
  'withdrawn',
  'objected',
  'expired',
  'undone',
] as const;

export interface TodayView {
  readonly at: Instant;
  readonly companyName: string;
  readonly log: LogStand;
  /** Of the last 30 days. */
  readonly decisions: readonly { readonly kind: (typeof COUNTED)[number]; readonly count: number }[];
  readonly queue: readonly QueueItem[];
  /** What nobody has to do: it ends by itself. */
  readonly ending: readonly EndingItem[];
  readonly looks: readonly OfficerLook[];
}

/** What is late and what comes next, whether the log is whole, what was decided and read lately. */
export function TodayScreen(view: TodayView) {
  const { t } = useI18n();
  const { at, companyName, log, decisions, looks } = view;
  const broken = log.checkedAt !== null && !log.whole;
  return (
    <Stack gap="l">
      <Head {...view} />
      {broken ? (
        <Notice
          tone="problem"
          title={t('officer.today.faults')}
          actions={<a href="/officer/verify">{t('officer.today.toVerify')}</a>}
        />
      ) : null}
      <WorkQueue {...view} />
      <Ending {...view} />
      <Section id="decisions" title={t('officer.today.decisions')}>
        <Stats
          figures={decisions.filter(isTold).map(({ kind, count }) => ({
            label: t(`officer.today.${kind}`),
            value: <Figure count={count} />,
          }))}
        />
      </Section>
      <Section
        id="looks"
        title={t('officer.today.looks')}
        action={<a href="/officer/looks">{t('officer.today.allLooks')}</a>}
      >
        {looks.length === 0 ? (
          <p className="soft">{t('officer.today.noLooks')}</p>
        ) : (
          <LookTable caption={t('officer.today.looks')} looks={looks} />
        )}
      </Section>
      <Printed at={at} companyName={companyName} />
    </Stack>
  );
}

/** What is rare is told only when it happened. */
function isTold({ kind, count }: TodayView['decisions'][number]): boolean {
  return count > 0 || (kind !== 'expired' && kind !== 'undone');
}

function Figure({ count }: { readonly count: number }) {
  const { format } = useI18n();
  return <>{format.number(count)}</>;
}

function Head({ log, queue }: TodayView) {
  const { t, format } = useI18n();
  const { whole, checkedAt, size, found } = log;
  const state =
    checkedAt === null
      ? t('officer.today.unchecked')
      : whole
        ? t('officer.today.whole')
        : t('officer.today.broken', { count: found });
  const late = lateIn(queue);
  const requests = lateIn(queue.filter(({ what }) => what === 'request'));
  // A request has the law's own clock: it is named before anything else.
  const told =
    requests === 0
      ? [t('officer.today.late', { count: late })]
      : [
          t('officer.today.lateRequest', { count: requests }),
          ...(late > requests ? [t('officer.today.lateMore', { count: late - requests })] : []),
        ];
  const title =
    late > 0
      ? [...told, state].join(' ')
      : `${state} ${t(queue.length > 0 ? 'officer.today.lateNone' : 'officer.today.dueNone')}`;
  return (
    <PageHeader
      size="plain"
      title={title}
      lead={
        checkedAt === null
          ? t('officer.today.notChecked')
          : t('officer.today.checked', { count: size, when: format.exact(checkedAt) })
      }
      actions={
        <>
          <ButtonLink href="/officer/log" icon="search">
            {t('officer.today.toLog')}
          </ButtonLink>
          <ButtonLink href="/officer/verify">{t('officer.today.toVerify')}</ButtonLink>
        </>
      }
    />
  );
}

function Ending({ ending: items }: TodayView) {
  const { t, format, language } = useI18n();
  const told = ({ what, count, version, until }: EndingItem) =>
    what === 'ending' && until
      ? t('officer.today.ending', { count, version: String(version), date: format.exact(until) })
      : t(what === 'pending' ? 'officer.today.pending' : 'officer.today.expiring', { count });
  return (
    <Section id="ending" title={t('officer.today.endingPart')} lead={t('officer.today.endingLead')}>
      {items.length === 0 ? (
        <p className="soft">{t('officer.today.endingNothing')}</p>
      ) : (
        <LinkList
          rows={items.map((item) => ({
            key: `${item.slug}-${item.version}-${item.what}`,
            href: endingPath(item),
            title: `${textIn(item.title, language)}, ${t('officer.log.version', { version: String(item.version) })}`,
            detail: told(item),
          }))}
        />
      )}
    </Section>
  );
}
