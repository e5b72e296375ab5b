import { sql } from 'kysely';
import type { DayCount, LogFilter } from '#app/core/ledger/ledger-store.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import { listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { FIRST, select } from '../statement.ts';
import type { LedgerEntryRow } from '../tables/ledger.ts';

/** Records of looks: "who looked" shows them from the disclosures. */
const LOOKS = ['disclosed', 'disclosure-closed', 'evidence-opened'];

const firstSince = select((db, p: { at: string }) =>
  db
    .selectFrom('ledger_entry')
    .select('idx')
    .where('at', '>=', p.at)
    .orderBy('at')
    .orderBy('idx')
    .limit(FIRST),
);

/**
 * Time never runs backwards in the log, so an instant is a place in it: every
 * filter then reads one index in order, from the newest entry asked for.
 */
async function placeOf(db: Reader, at: Instant | undefined, absent: number): Promise<number> {
  if (at === undefined) return absent;
  const [first] = await firstSince(db, { at });
  return first?.idx ?? Number.MAX_SAFE_INTEGER;
}

type Filter = Omit<LogFilter, 'limit' | 'kinds'>;

/** The officer's index: every filter narrows by columns in clear, nothing is opened. */
async function filtered(db: Reader, filter: Filter) {
  const { relationshipIds, purposeId, method, beforeIndex = Number.MAX_SAFE_INTEGER } = filter;
  const from = await placeOf(db, filter.from, 0);
  const until = Math.min(await placeOf(db, filter.until, Number.MAX_SAFE_INTEGER), beforeIndex);
  let query = db
    .selectFrom('ledger_entry')
    .where('company_id', '=', filter.companyId)
    .where('idx', '>=', from)
    .where('idx', '<', until);
  if (relationshipIds)
    query = query.where((eb) =>
      dialectOf(db).anyOf(eb.ref('relationship_id'), listParameter(relationshipIds)),
    );
  if (purposeId) query = query.where('purpose_id', '=', purposeId);
  if (method) query = query.where('method', '=', method);
  return query;
}

/** Kinds one by one, because each alone comes in order from its index. */
export async function searchLog(db: Reader, filter: LogFilter): Promise<LedgerEntryRow[]> {
  const base = (await filtered(db, filter)).selectAll().orderBy('idx', 'desc').limit(filter.limit);
  if (!filter.kinds) return base.execute();
  const rows: LedgerEntryRow[] = [];
  for (const kind of new Set(filter.kinds)) rows.push(...(await base.where('kind', '=', kind).execute()));
  return rows.sort((a, b) => b.idx - a.idx).slice(0, filter.limit);
}

export async function countLog(
  db: Reader,
  { kinds, ...filter }: Omit<LogFilter, 'limit' | 'beforeIndex'>,
): Promise<number> {
  const base = (await filtered(db, filter)).select((eb) => eb.fn.countAll<number>().as('count'));
  const counted = kinds
    ? base.where((eb) => dialectOf(db).anyOf(eb.ref('kind'), listParameter(kinds)))
    : base;
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** Reads the index of each kind from the first entry asked for. */
const byDay = select((db, p: { companyId: string; kinds: string; from: number }) =>
  db
    .selectFrom('ledger_entry')
    .select((eb) => [
      // The date of an RFC 3339 instant in UTC is its first ten characters.
      sql<string>`substr(at, 1, 10)`.as('day'),
      'kind',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('company_id', '=', p.companyId)
    .where((eb) => dialectOf(db).anyOf(eb.ref('kind'), p.kinds))
    .where('idx', '>=', p.from)
    .groupBy(['day', 'kind'])
    .orderBy('day'),
);

export async function countByDay(
  db: Reader,
  companyId: string,
  kinds: readonly LedgerKind[],
  from: Instant,
): Promise<DayCount[]> {
  const rows = await byDay(db, { companyId, kinds: listParameter(kinds), from: await placeOf(db, from, 0) });
  return rows.map(({ day, kind, count }) => ({ day, kind: kind as LedgerKind, count: Number(count) }));
}

export const entriesOfRelationship = select((db, p: { relationshipId: string }) =>
  db.selectFrom('ledger_entry').selectAll().where('relationship_id', '=', p.relationshipId).orderBy('idx'),
);

export const entriesOfPurpose = select((db, p: { relationshipId: string; purposeId: string }) =>
  db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('relationship_id', '=', p.relationshipId)
    .where('purpose_id', '=', p.purposeId)
    .orderBy('idx'),
);

/** Reads indices alone, so that a hundred thousand entries stay a list of numbers. */
export const indicesOfCustomer = select((db, p: { customerId: string }) =>
  db
    .selectFrom('relationship')
    .innerJoin('ledger_entry', 'ledger_entry.relationship_id', 'relationship.id')
    .select('ledger_entry.idx')
    .where('relationship.customer_id', '=', p.customerId)
    .orderBy('ledger_entry.idx'),
);

export const entriesAt = select((db, p: { indices: string }) =>
  db
    .selectFrom('ledger_entry')
    .selectAll()
    .where((eb) => dialectOf(db).anyNumberOf(eb.ref('idx'), p.indices))
    .orderBy('idx'),
);

export const entriesOfCustomer = select((db, p: { customerId: string; beforeIndex: number; limit: number }) =>
  db
    .selectFrom('relationship')
    .innerJoin('ledger_entry', 'ledger_entry.relationship_id', 'relationship.id')
    .selectAll('ledger_entry')
    .where('relationship.customer_id', '=', p.customerId)
    .where('ledger_entry.idx', '<', p.beforeIndex)
    .where('ledger_entry.kind', 'not in', LOOKS)
    .orderBy('ledger_entry.idx', 'desc')
    .limit(p.limit),
);
