import type { ConsentStanding } from '#schema/consent.ts';
import { ConsentEventKind } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerRecord, RecallRecord } from '#schema/ledger.ts';
import type { Preference } from '#schema/preference.ts';

/** What one relationship's chain says at its end, or at any instant when the chain is cut there. */
export interface FoldedRelationship {
  seq: number;
  /** Leaf hash (hex) of the last entry. */
  leaf: string | null;
  connected: boolean;
  restricted: boolean;
  preference: Preference | null;
  /** By purpose id. */
  readonly consents: Map<string, FoldedConsent>;
  /** What the company said that it did, by recall id. */
  readonly recalls: Map<string, FoldedRecall>;
}

export interface FoldedRecall {
  readonly told: RecallRecord['recalls'][number];
  readonly confirmedAt: Instant;
  /** Ledger index of the confirmation. */
  readonly index: number;
}

/** One answer as its latest event left it. */
export interface FoldedConsent {
  readonly standing: ConsentStanding;
  /** Ledger index of that event. */
  readonly index: number;
  readonly noSince: Instant | null;
  /** What stood before that event, for an undo; null before the first. */
  readonly before: { readonly standing: ConsentStanding; readonly noSince: Instant | null } | null;
}

export function emptyFold(): FoldedRelationship {
  return {
    seq: 0,
    leaf: null,
    connected: false,
    restricted: false,
    preference: null,
    consents: new Map(),
    recalls: new Map(),
  };
}

const consentKinds: readonly string[] = ConsentEventKind.options;

/** State is the fold of the log: the only way in which an entry changes what holds. */
export function foldRecord(
  fold: FoldedRelationship,
  record: LedgerRecord,
  index: number,
  leaf: string,
): void {
  if (record.seq !== null) fold.seq = record.seq;
  fold.leaf = leaf;
  if (isConsentRecord(record)) {
    const before = fold.consents.get(record.purpose);
    fold.consents.set(record.purpose, {
      standing: record.standing,
      index,
      noSince: noSinceAfter(record, before),
      before: before ? { standing: before.standing, noSince: before.noSince } : null,
    });
  } else if (record.kind === 'preference') fold.preference = record.preference;
  else if (record.kind === 'connected') fold.connected = true;
  else if (record.kind === 'ended') fold.connected = false;
  else if (record.kind === 'restricted') fold.restricted = true;
  else if (record.kind === 'unrestricted') fold.restricted = false;
  else if (record.kind === 'recall-confirmed') {
    for (const told of record.recalls) fold.recalls.set(told.id, { told, confirmedAt: record.at, index });
  }
}

function noSinceAfter({ kind, at }: LedgerRecord, before: FoldedConsent | undefined): Instant | null {
  if (kind === 'undone') return before?.before?.noSince ?? null;
  const saysNo = kind === 'refused' || kind === 'withdrawn' || kind === 'objected';
  return saysNo ? (before?.noSince ?? at) : null;
}

export function isConsentRecord(
  record: LedgerRecord,
): record is Extract<LedgerRecord, { standing: ConsentStanding }> {
  return consentKinds.includes(record.kind);
}
