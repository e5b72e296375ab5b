import type { LedgerReader, LedgerState, LedgerWriter } from '#app/core/ledger/ledger-store.ts';
import { FatalError } from '#app/core/shared/app-error.ts';
import type { Instant } from '#schema/instant.ts';
import { edgeColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { FIRST, insertRows, select, write } from '../statement.ts';
import type { LedgerCheckpointRow, LedgerStateRow } from '../tables/ledger.ts';
import { readNodes } from './ledger-nodes.ts';
import { toChange, toChangeRow, toEntry, toEntryRow } from './ledger-rows.ts';
import {
  countByDay,
  countLog,
  entriesAt,
  entriesOfCustomer,
  entriesOfPurpose,
  entriesOfRelationship,
  indicesOfCustomer,
  searchLog,
} from './ledger-search.ts';

const stateRow = select((db, _: object) => db.selectFrom('ledger_state').selectAll());
const byIndex = select((db, p: { index: number }) =>
  db.selectFrom('ledger_entry').selectAll().where('idx', '=', p.index),
);
const fromIndex = select((db, p: { from: number; limit: number }) =>
  db.selectFrom('ledger_entry').selectAll().where('idx', '>=', p.from).orderBy('idx').limit(p.limit),
);
const newestCheckpoint = select((db, _: object) =>
  db.selectFrom('ledger_checkpoint').selectAll().orderBy('size', 'desc').limit(FIRST),
);
const checkpointsAfter = select((db, p: { size: number; limit: number }) =>
  db.selectFrom('ledger_checkpoint').selectAll().where('size', '>', p.size).orderBy('size').limit(p.limit),
);
const coveringCheckpoint = select((db, p: { index: number }) =>
  db.selectFrom('ledger_checkpoint').selectAll().where('size', '>', p.index).orderBy('size').limit(FIRST),
);
const changesAfter = select((db, p: { companyId: string; seq: number; limit: number }) =>
  db
    .selectFrom('company_change')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .where('seq', '>', p.seq)
    .orderBy('seq')
    .limit(p.limit),
);
const moveState = write((db, p: { size: number; before: number; edge: string; at: string }) =>
  db
    .updateTable('ledger_state')
    .set({ size: p.size, edge: p.edge, last_at: p.at })
    .where('id', '=', 1)
    .where('size', '=', p.before),
);
const moveChains = write((db, p: { chains: string }) => {
  const { rowsOf, textAt, numberAt } = dialectOf(db);
  return db
    .updateTable('relationship')
    .from(rowsOf(p.chains).as('v'))
    .set({ seq: numberAt(1), last_leaf: textAt(2) })
    .where('relationship.id', '=', textAt(0));
});
const takeNumbers = select((db, p: { companyId: string; count: number }) =>
  (db as Writer)
    .updateTable('company')
    .set((eb) => ({ change_seq: eb('change_seq', '+', p.count) }))
    .where('id', '=', p.companyId)
    .returning('change_seq'),
);

export function ledgerReader(db: Reader, long: Reader): LedgerReader {
  return {
    state: async () => (await stateRow(db, {})).map(toState)[0],
    entry: async (index) => (await byIndex(db, { index })).map(toEntry)[0],
    range: async (from, limit) => (await fromIndex(long, { from, limit })).map(toEntry),
    search: async (filter) => (await searchLog(db, filter)).map(toEntry),
    count: (filter) => countLog(db, filter),
    countByDay: (companyId, kinds, from) => countByDay(db, companyId, kinds, from),
    ofRelationship: async (relationshipId, purposeId) =>
      (purposeId
        ? await entriesOfPurpose(db, { relationshipId, purposeId })
        : await entriesOfRelationship(db, { relationshipId })
      ).map(toEntry),
    ofCustomer: async (customerId, limit, beforeIndex = Number.MAX_SAFE_INTEGER) =>
      (await entriesOfCustomer(db, { customerId, limit, beforeIndex })).map(toEntry),
    indicesOfCustomer: async (customerId) =>
      (await indicesOfCustomer(long, { customerId })).map(({ idx }) => idx),
    entriesAt: async (indices) => (await entriesAt(long, { indices: JSON.stringify(indices) })).map(toEntry),
    nodes: (refs) => readNodes(db, refs),
    latestCheckpoint: async () => (await newestCheckpoint(db, {})).map(toCheckpoint)[0],
    checkpoints: async (afterSize, limit) =>
      (await checkpointsAfter(long, { size: afterSize, limit })).map(toCheckpoint),
    checkpointCovering: async (index) => (await coveringCheckpoint(db, { index })).map(toCheckpoint)[0],
    changes: async (companyId, afterSeq, limit) =>
      (await changesAfter(db, { companyId, seq: afterSeq, limit })).map(toChange),
  };
}

export function ledgerWriter(db: Writer): LedgerWriter {
  return {
    ...ledgerReader(db, db),
    lock: () => dialectOf(db).lockLedger(db),
    create: async (origin, at) => {
      await db
        .insertInto('ledger_state')
        .values({ id: 1, origin, size: 0, edge: edgeColumn.write([]), last_at: at })
        .execute();
    },
    append: async (entries, nodes, state) => {
      await insertRows(db, 'ledger_entry', entries.map(toEntryRow));
      const above = nodes.filter(({ level }) => level > 0);
      await insertRows(
        db,
        'ledger_node',
        above.map(({ level, index, hash }) => ({ level, idx: index, hash })),
      );
      const moved = await moveState(db, {
        size: state.size,
        before: state.size - entries.length,
        edge: edgeColumn.write([...state.edge]),
        at: state.lastAt,
      });
      if (moved !== 1) throw new FatalError('the ledger moved while entries were being appended');
    },
    advanceChains: async (chains) => {
      if (chains.length === 0) return;
      const rows = chains.map(({ relationshipId, seq, leaf }) => [relationshipId, seq, leaf]);
      await moveChains(db, { chains: JSON.stringify(rows) });
    },
    takeChangeNumbers: async (companyId, count) => {
      const [row] = await takeNumbers(db, { companyId, count });
      if (!row) throw new FatalError('an entry belongs to a company that does not exist');
      return row.change_seq - count + 1;
    },
    insertChanges: (changes) => insertRows(db, 'company_change', changes.map(toChangeRow)),
    saveCheckpoint: async ({ size, note, at }) => {
      await db
        .insertInto('ledger_checkpoint')
        .values({ size, note, at })
        .onConflict((on) => on.column('size').doUpdateSet({ note, at }))
        .execute();
    },
  };
}

function toState(row: LedgerStateRow): LedgerState {
  return {
    origin: row.origin,
    size: row.size,
    edge: edgeColumn.read(row.edge),
    lastAt: row.last_at as Instant,
  };
}

function toCheckpoint({ size, note, at }: LedgerCheckpointRow) {
  return { size, note, at: at as Instant };
}
