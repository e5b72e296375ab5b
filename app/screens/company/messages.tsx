import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Section } from '#app/ui/section.tsx';
import type { SubjectId } from '#schema/ids.ts';
import { StateOfThread } from '../thread/state-of-thread.tsx';
import { ThreadTitle } from '../thread/thread-title.tsx';
import type { ThreadLine } from '../thread/view.ts';
import { shortSubject } from './view.ts';

export interface CompanyThreadLine extends ThreadLine {
  readonly subject: SubjectId;
}

export interface CompanyMessagesView {
  readonly companyName: string;
  readonly waitingCount: number;
  /** Earliest due first. */
  readonly waiting: readonly CompanyThreadLine[];
  readonly settled: readonly CompanyThreadLine[];
  readonly next: string | null;
  readonly isFirstPage: boolean;
}

export const companyThreadPath = (id: string): string => `/company/messages/${id}`;

/** What waits for an answer, in the order in which it is due; then everything else. */
export function CompanyMessagesScreen(view: CompanyMessagesView) {
  const { t, format } = useI18n();
  const { companyName, waitingCount, waiting, settled, next, isFirstPage } = view;
  const oldest = settled.at(-1);
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        title={
          waitingCount === 0
            ? t('company.dialogue.messages.headlineNone')
            : t('company.dialogue.messages.headline', { count: waitingCount })
        }
        lead={t('company.dialogue.messages.lead')}
      />
      {isFirstPage ? (
        <Section id="waiting" title={t('company.dialogue.messages.waiting')}>
          <ThreadTable
            caption={t('company.dialogue.messages.waiting')}
            threads={waiting}
            companyName={companyName}
            pathOf={companyThreadPath}
          />
        </Section>
      ) : null}
      <Section id="settled" title={t('company.dialogue.messages.settled')}>
        <ThreadTable
          caption={t('company.dialogue.messages.settled')}
          threads={settled}
          companyName={companyName}
          pathOf={companyThreadPath}
        />
        {next || !isFirstPage ? (
          <Pagination
            label={t('common.page.label')}
            summary={
              oldest ? t('me.looks.upTo', { date: format.date(oldest.lastAt) }) : t('common.page.empty')
            }
            previous={isFirstPage ? undefined : { href: '/company/messages', label: t('me.page.newest') }}
            next={next ? { href: next, label: t('me.page.older') } : undefined}
          />
        ) : null}
      </Section>
    </Stack>
  );
}

interface ThreadTableProps {
  readonly caption: string;
  readonly threads: readonly CompanyThreadLine[];
  readonly companyName: string;
  readonly pathOf: (id: string) => string;
}

export function ThreadTable({ caption, threads, companyName, pathOf }: ThreadTableProps) {
  const { t, format } = useI18n();
  if (threads.length === 0) return <p className="soft">{t('company.dialogue.messages.none')}</p>;
  const due = ({ dueAt, overdue, wishedBy }: CompanyThreadLine) =>
    overdue && dueAt
      ? t('company.dialogue.messages.overdue', { date: format.date(dueAt) })
      : wishedBy
        ? t('company.dialogue.messages.wished', { date: format.day(wishedBy) })
        : dueAt
          ? format.date(dueAt)
          : null;
  return (
    <DataTable
      caption={caption}
      captionHidden
      density="dense"
      rows={threads}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'subject',
          head: t('company.dialogue.messages.subject'),
          lead: true,
          cell: (thread) => (
            <>
              <a href={pathOf(thread.id)}>
                <ThreadTitle thread={thread} />
              </a>{' '}
              <span className="soft">{t(`thread.concern.${thread.concern}`)}</span>
            </>
          ),
        },
        {
          key: 'person',
          head: t('company.dialogue.messages.person'),
          cell: ({ subject }) => <code>{shortSubject(subject)}</code>,
        },
        // What waits says so by its dates.
        ...(threads.every(({ state }) => state === 'open')
          ? []
          : [
              {
                key: 'state',
                head: t('company.dialogue.messages.state'),
                cell: (thread: CompanyThreadLine) => (
                  <StateOfThread thread={thread} companyName={companyName} />
                ),
              },
            ]),
        ...(threads.some(({ waitsSince }) => waitsSince !== null)
          ? [
              {
                key: 'since',
                head: t('company.dialogue.messages.since'),
                cell: ({ waitsSince }: CompanyThreadLine) =>
                  waitsSince ? <time dateTime={waitsSince}>{format.relativeDay(waitsSince)}</time> : '–',
              },
              {
                key: 'due',
                head: t('company.dialogue.messages.due'),
                cell: (thread: CompanyThreadLine) => due(thread) ?? '–',
              },
            ]
          : []),
        ...(threads.some(({ officerSince }) => officerSince !== null)
          ? [
              {
                key: 'officer',
                head: t('company.dialogue.messages.officer'),
                cell: ({ officerSince }: CompanyThreadLine) =>
                  officerSince ? <time dateTime={officerSince}>{format.shortDate(officerSince)}</time> : '–',
              },
            ]
          : []),
      ]}
    />
  );
}
