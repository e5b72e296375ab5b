import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import type { Topic } from '#schema/topic.ts';
import type { UseMethod } from '#schema/use.ts';
import { UseReportForm, type UsesForm } from './use-report-form.tsx';
import type { PurposeName, SegmentName } from './view.ts';

export interface UseReportLine {
  readonly id: string;
  /** Null: none was given. */
  readonly reference: string | null;
  readonly parts: readonly {
    readonly title: LocalizedText;
    readonly channel: Channel;
    readonly topic: Topic | null;
    readonly count: number;
    readonly lastAt: Instant;
  }[];
  readonly how: UseMethod;
  readonly reportedBy: string;
  /** By whoever looks. */
  readonly own: boolean;
  readonly recordedAt: Instant;
}

export interface UsesView {
  readonly companyName: string;
  readonly reports: readonly UseReportLine[];
  /** Since when the company says that it reports every contact; null: it does not. */
  readonly reportingSince: Instant | null;
  readonly mayReport: boolean;
  readonly maySwitch: boolean;
  readonly purposes: readonly (PurposeName & {
    readonly channels: readonly Channel[];
    readonly topics: readonly Topic[];
  })[];
  readonly segments: readonly SegmentName[];
  /** The minute now on the portal's clock, `2026-11-21T10:00`. */
  readonly nowLocal: string;
  readonly done:
    | {
        readonly kind: 'reported';
        readonly count: number;
        /** Lines of the list that fit nobody. */
        readonly unknown: readonly number[];
        readonly more: number;
        readonly repeated: boolean;
      }
    | { readonly kind: 'on' | 'off' }
    | null;
  readonly intentId: string;
}

/** What was sent, in the company's own words: it counts for the limits that customers set. */
export function UsesScreen({ view, form }: { readonly view: UsesView; readonly form: UsesForm | undefined }) {
  const { t } = useI18n();
  const { reports, mayReport } = view;
  return (
    <Stack gap="l">
      <Done view={view} />
      <PageHeader
        title={
          reports.length === 0
            ? t('company.uses.emptyTitle')
            : t('company.uses.headline', { count: reports.length })
        }
        lead={t('company.uses.lead')}
        actions={
          mayReport ? (
            <ButtonLink href="/company/planned">{t('company.uses.toPlanned')}</ButtonLink>
          ) : undefined
        }
      />
      <Reporting view={view} />
      {mayReport ? (
        <Section id="report" title={t('company.uses.reportTitle')} lead={t('company.uses.reportLead')}>
          <UseReportForm view={view} form={form} />
        </Section>
      ) : null}
      <Section id="reports" title={t('company.uses.listTitle')}>
        {reports.length === 0 ? (
          <EmptyState level={3} title={t('company.uses.emptyTitle')}>
            <p>{t('company.uses.emptyText')}</p>
          </EmptyState>
        ) : (
          <Reports reports={reports} />
        )}
      </Section>
    </Stack>
  );
}

function Done({ view: { done } }: { readonly view: UsesView }) {
  const { t, format } = useI18n();
  if (!done) return null;
  if (done.kind !== 'reported')
    return <Notice tone="done" live="status" title={t(`company.uses.reporting.${done.kind}Done`)} />;
  const { unknown, more } = done;
  const lines = format.list([
    ...unknown.map((line) => format.number(line)),
    ...(more > 0 ? [t('company.uses.unknownMore', { count: more })] : []),
  ]);
  return (
    <Notice
      tone={unknown.length > 0 ? 'wait' : 'done'}
      live="status"
      title={t(done.repeated ? 'company.uses.repeated' : 'company.uses.reported', { count: done.count })}
    >
      {unknown.length > 0 ? (
        <p>{t('company.uses.unknown', { count: unknown.length + more, lines })}</p>
      ) : null}
    </Notice>
  );
}

/** Whether customers read that their limit is checked here; only an owner says it. */
function Reporting({ view }: { readonly view: UsesView }) {
  const { t, format } = useI18n();
  const { reportingSince, maySwitch, intentId } = view;
  return (
    <Section id="reporting" title={t('company.uses.reporting.title')}>
      <p>
        {reportingSince
          ? t('company.uses.reporting.on', { date: format.date(reportingSince) })
          : t('company.uses.reporting.off')}
      </p>
      {maySwitch ? (
        <form method="post">
          <input type="hidden" name="intent-id" value={intentId} />
          <Stack gap="s">
            <p className="soft">{t('company.uses.reporting.means')}</p>
            <Actions>
              <Button name="act" value={reportingSince ? 'reporting-off' : 'reporting-on'}>
                {t(reportingSince ? 'company.uses.reporting.turnOff' : 'company.uses.reporting.turnOn')}
              </Button>
            </Actions>
          </Stack>
        </form>
      ) : (
        <p className="soft">{t('company.uses.reporting.byOwner')}</p>
      )}
    </Section>
  );
}

function Reports({ reports }: Pick<UsesView, 'reports'>) {
  const { t, format, language } = useI18n();
  const rows = reports.flatMap(({ parts, ...report }) =>
    parts.map((part, index) => ({ ...report, ...part, key: `${report.id}/${index}` })),
  );
  return (
    <DataTable
      caption={t('company.uses.listTitle')}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'purpose',
          head: t('company.uses.purpose'),
          lead: true,
          cell: ({ title }) => textIn(title, language),
        },
        {
          key: 'at',
          head: t('company.uses.at'),
          nowrap: true,
          cell: ({ lastAt }) => format.dateTime(lastAt),
        },
        {
          key: 'channel',
          head: t('company.uses.channel'),
          cell: ({ channel }) => t(`common.channel.${channel}`),
        },
        {
          key: 'topic',
          head: t('company.uses.topic'),
          cell: ({ topic }) => (topic ? t(`common.topic.${topic}`) : t('company.uses.topicUnsaid')),
        },
        {
          key: 'count',
          head: t('company.uses.count'),
          numeric: true,
          cell: ({ count }) => format.number(count),
        },
        { key: 'reference', head: t('company.uses.reference'), cell: ({ reference }) => reference ?? '–' },
        {
          key: 'by',
          head: t('company.uses.by'),
          cell: ({ reportedBy, own, recordedAt }) =>
            `${own ? t('company.uses.byYou') : reportedBy}, ${format.shortDate(recordedAt)}`,
        },
      ]}
    />
  );
}
