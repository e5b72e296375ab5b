import { Fragment } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { type StateName, StateShape } from '#app/ui/state-mark.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { DecisionMethod } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import type { RecallKind } from '#schema/recall.ts';
import { type BroughtSource, BroughtSources } from './brought-sources.tsx';
import { useEventWords } from './event-words.ts';
import type { CompanyName } from './view.ts';
import type { Wish } from './wish.ts';
import { useWishWords } from './wish-words.ts';

/** One event in plain words. */
export interface HistoryLine {
  readonly index: number;
  readonly at: Instant;
  readonly kind: LedgerKind;
  readonly company: CompanyName | null;
  /** As the version said it then. */
  readonly purpose: { readonly title: LocalizedText; readonly version: number } | null;
  readonly method: DecisionMethod | null;
  /** What a company confirmed; empty for everything else. */
  readonly confirmed: readonly RecallKind[];
  /** What was wished for, in an entry about wishes. */
  readonly wishes: readonly Wish[];
}

export interface HistoryView {
  readonly lines: readonly HistoryLine[];
  readonly next: string | null;
  readonly isFirstPage: boolean;
  /** From other portals; on the first page. */
  readonly brought: readonly BroughtSource[];
}

const SHAPES: Partial<Record<LedgerKind, StateName>> = {
  pending: 'pending',
  granted: 'granted',
  changed: 'granted',
  refused: 'refused',
  withdrawn: 'withdrawn',
  objected: 'objected',
  expired: 'expired',
  'evidence-opened': 'duty',
  'recall-confirmed': 'granted',
};

/** All that was decided and all that happened, newest first. */
export function HistoryScreen({ lines, next, isFirstPage, brought }: HistoryView) {
  const { t, format } = useI18n();
  const eventWords = useEventWords();
  const [last] = lines;
  const oldest = lines.at(-1);
  return (
    <Stack gap="l">
      <PageHeader
        title={
          last && isFirstPage
            ? t('me.history.headline', { when: format.relativeDay(last.at) })
            : t(isFirstPage ? 'me.history.nothing' : 'me.history.earlier')
        }
        lead={t('me.history.lead')}
      />
      {lines.length === 0 ? (
        <EmptyState title={t('common.page.empty')}>
          <p>{t('me.history.nothingText')}</p>
        </EmptyState>
      ) : (
        <Timeline
          label={t('me.history.title')}
          items={gatherSaves(lines).map(([line, ...alike]) => ({
            key: String(line.index),
            time: `${format.relativeDay(line.at)}, ${format.time(line.at)}`,
            dateTime: line.at,
            mark: SHAPES[line.kind] ? <StateShape state={SHAPES[line.kind] ?? 'granted'} /> : undefined,
            title:
              alike.length > 0 ? eventWords(line) : <a href={entryPath(line.index)}>{eventWords(line)}</a>,
            children:
              alike.length > 0 ? <SaveContext lines={[line, ...alike]} /> : <LineContext line={line} />,
          }))}
        />
      )}
      {next || !isFirstPage ? (
        <Pagination
          label={t('common.page.label')}
          summary={oldest ? t('me.looks.upTo', { date: format.date(oldest.at) }) : t('common.page.empty')}
          previous={isFirstPage ? undefined : { href: '/me/history', label: t('me.page.newest') }}
          next={next ? { href: next, label: t('me.page.older') } : undefined}
        />
      ) : null}
      <BroughtSources sources={brought} />
    </Stack>
  );
}

type Save = readonly [HistoryLine, ...HistoryLine[]];

const entryPath = (index: number): string => `/me/history/${index}`;

/** One wish for all companies is an entry for each of them: saved together, they are read as one. */
export function gatherSaves(lines: readonly HistoryLine[]): Save[] {
  const saves: [HistoryLine, ...HistoryLine[]][] = [];
  for (const line of lines) {
    const last = saves.at(-1);
    if (last && isSameSave(last[0], line)) last.push(line);
    else saves.push([line]);
  }
  return saves;
}

function isSameSave(one: HistoryLine, other: HistoryLine): boolean {
  return (
    one.wishes.length > 0 &&
    one.at === other.at &&
    one.company?.slug !== other.company?.slug &&
    JSON.stringify([one.kind, one.method, one.wishes]) ===
      JSON.stringify([other.kind, other.method, other.wishes])
  );
}

/** What was wished for, and each company's own entry. */
function SaveContext({ lines }: { readonly lines: Save }) {
  const words = useWishWords();
  return (
    <>
      <p className="soft small">{lines[0].wishes.map(words).join(' · ')}</p>
      <p className="small">
        {lines.map(({ index, company }, place) => (
          <Fragment key={index}>
            {place > 0 ? ' · ' : null}
            <a href={entryPath(index)}>{company?.name}</a>
          </Fragment>
        ))}
      </p>
    </>
  );
}

function LineContext({ line: { company, purpose, method, wishes } }: { readonly line: HistoryLine }) {
  const { t, language } = useI18n();
  const words = useWishWords();
  const parts = [
    company?.name,
    ...wishes.map(words),
    purpose && t('me.quoted', { text: textIn(purpose.title, language) }),
    purpose && t('me.history.version', { version: String(purpose.version) }),
    method && method !== 'web' ? t(`state.customer.method.${method}`) : null,
  ].filter((part) => typeof part === 'string');
  return <p className="soft small">{parts.join(' · ')}</p>;
}
