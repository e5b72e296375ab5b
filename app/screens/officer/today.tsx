import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { Stats } from '#app/ui/stat.tsx';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import { LookTable, type OfficerLook } from './look-table.tsx';
import { Printed } from './printed.tsx';
import { type RecallFigures, RecallsDue } from './recalls-due.tsx';
import { groupPath, type RequestFigures } from './request-view.ts';
import type { LogStand } from './view.ts';

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

/** Of one version of one purpose. */
export interface DueItem {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly what: 'pending' | 'expiring' | 'ending';
  readonly version: number;
  readonly count: number;
  /** Until when the version may be used; only for `ending`. */
  readonly until: Instant | null;
}

export interface TodayView {
  readonly at: Instant;
  readonly companyName: string;
  readonly log: LogStand;
  /** Of the last 30 days. */
  readonly decisions: readonly { readonly kind: (typeof COUNTED)[number]; readonly count: number }[];
  readonly due: readonly DueItem[];
  /** Rights requests. */
  readonly requests: RequestFigures;
  readonly recalls: RecallFigures;
  readonly looks: readonly OfficerLook[];
}

/** Whether the log is whole, what is due, what was decided and read lately. */
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
      <Due {...view} />
      <Requests {...view} />
      <RecallsDue {...view} />
      <Section id="decisions" title={t('officer.today.decisions')}>
        <Stats
          figures={decisions.map(({ kind, count }) => ({
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

function Figure({ count }: { readonly count: number }) {
  const { format } = useI18n();
  return <>{format.number(count)}</>;
}

function Head({ log, due, requests, recalls }: TodayView) {
  const { t, format } = useI18n();
  const { whole, checkedAt, size, found } = log;
  const state =
    checkedAt === null
      ? t('officer.today.unchecked')
      : whole
        ? t('officer.today.whole')
        : t('officer.today.broken', { count: found });
  const count = due.length + requests.overdue + requests.soon + recalls.overdue;
  const dueText = count === 0 ? t('officer.today.dueNone') : t('officer.today.due', { count });
  return (
    <PageHeader
      size="plain"
      title={`${state} ${dueText}`}
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

function Requests({ requests: { open, soon, overdue } }: TodayView) {
  const { t } = useI18n();
  return (
    <Section
      id="requests"
      title={t('officer.requests.todayTitle')}
      action={<a href="/officer/requests">{t('officer.requests.toQueue')}</a>}
    >
      <Stats
        figures={[
          {
            label: t('officer.requests.todayOverdue'),
            value: <Figure count={overdue} />,
            href: groupPath('overdue'),
          },
          { label: t('officer.requests.todaySoon'), value: <Figure count={soon} />, href: groupPath('open') },
          { label: t('officer.requests.todayOpen'), value: <Figure count={open} />, href: groupPath('open') },
        ]}
      />
    </Section>
  );
}

function Due({ due }: TodayView) {
  const { t, format, language } = useI18n();
  const told = ({ what, count, version, until }: DueItem) =>
    what === 'ending' && until
      ? t('officer.today.ending', { count, version: String(version), date: format.exact(until) })
      : t(what === 'pending' ? 'officer.today.pending' : 'officer.today.expiring', { count });
  return (
    <Section id="due" title={t('officer.today.duePart')}>
      {due.length === 0 ? (
        <p className="soft">{t('officer.today.dueNothing')}</p>
      ) : (
        <LinkList
          rows={due.map((item) => ({
            key: `${item.slug}-${item.version}-${item.what}`,
            href: `/officer/purposes#purpose-${item.slug}`,
            title: textIn(item.title, language),
            detail: told(item),
          }))}
        />
      )}
    </Section>
  );
}
