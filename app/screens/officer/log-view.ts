import type { Message } from '#app/i18n/message.ts';
import type { DecisionMethod } from '#schema/consent.ts';
import { ConsentEventKind } from '#schema/consent.ts';
import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import { LEDGER_KINDS, type LedgerKind } from '#schema/ledger.ts';

/** One entry as it stands in clear: nothing of it was opened. */
export interface LogLine {
  readonly index: number;
  readonly at: Instant;
  readonly kind: LedgerKind;
  readonly purpose: { readonly title: LocalizedText; readonly version: number | null } | null;
  readonly method: DecisionMethod | null;
  readonly subject: SubjectId | null;
}

/** The search as typed; empty: no such filter. */
export interface LogSearch {
  readonly subjects: readonly SubjectId[];
  readonly purpose: string;
  readonly kind: LedgerKind | '';
  readonly method: DecisionMethod | '';
  /** ISO dates of the portal's clock. */
  readonly from: string;
  readonly until: string;
}

export interface LogView {
  readonly search: LogSearch;
  readonly purposes: readonly { readonly slug: string; readonly title: LocalizedText }[];
  readonly lines: readonly LogLine[];
  readonly total: number;
  readonly isFirstPage: boolean;
  /** The next page holds entries before this one. */
  readonly next: number | null;
}

/** What could not be searched for, with what was typed. */
export interface LogSearchProblem {
  readonly errors: Readonly<Partial<Record<'person' | 'from' | 'until', Message>>>;
  readonly typed: LogSearch & { readonly person: string };
}

export const ACCESS_KINDS = ['disclosed', 'disclosure-closed', 'evidence-opened'] as const;
export const DECISION_KINDS = ConsentEventKind.options;
export const OTHER_KINDS = LEDGER_KINDS.filter(
  (kind) =>
    !(DECISION_KINDS as readonly string[]).includes(kind) &&
    !(ACCESS_KINDS as readonly string[]).includes(kind),
);

/** The address of a search. `before`: further down. */
export function logPath(search: Partial<LogSearch>, before: number | null = null): string {
  const query = new URLSearchParams();
  for (const subject of search.subjects ?? []) query.append('subject', subject);
  for (const name of ['purpose', 'kind', 'method', 'from', 'until'] as const) {
    const value = search[name];
    if (value) query.set(name, value);
  }
  if (before !== null) query.set('before', String(before));
  return query.size > 0 ? `/officer/log?${query}` : '/officer/log';
}
