import type {
  ForeignEntry,
  ForeignReader,
  ForeignText,
  ForeignWriter,
} from '#app/core/import/foreign-store.ts';
import type { CustomerId, ForeignEntryId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { flag } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { ForeignEntryRow, ForeignTextRow } from '../tables/own-file.ts';

const bySource = select((db, p: { customerId: string }) =>
  db
    .selectFrom('foreign_entry')
    .select((eb) => [
      'source',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('verified').as('verified'),
      eb.fn.max('brought_at').as('brought_at'),
      eb.fn.max('idx').as('newest'),
    ])
    .where('customer_id', '=', p.customerId)
    .groupBy('source')
    .orderBy('source'),
);
const newest = select((db, p: { customerId: string; source: string; before: number; limit: number }) =>
  db
    .selectFrom('foreign_entry')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where('source', '=', p.source)
    .where('idx', '<', p.before)
    .orderBy('idx', 'desc')
    .limit(p.limit),
);
const inOrder = select((db, p: { customerId: string; source: string; index: number; limit: number }) =>
  db
    .selectFrom('foreign_entry')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where((eb) => eb(eb.refTuple('source', 'idx'), '>', eb.tuple(eb.val(p.source), eb.val(p.index))))
    .orderBy('source')
    .orderBy('idx')
    .limit(p.limit),
);
const byId = select((db, p: { customerId: string; id: string }) =>
  db.selectFrom('foreign_entry').selectAll().where('id', '=', p.id).where('customer_id', '=', p.customerId),
);
const oneText = select((db, p: { customerId: string; text: string }) =>
  db
    .selectFrom('foreign_text')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where('text', '=', p.text),
);
const textsAfter = select((db, p: { customerId: string; after: string; limit: number }) =>
  db
    .selectFrom('foreign_text')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where('text', '>', p.after)
    .orderBy('text')
    .limit(p.limit),
);

export function foreignReader(db: Reader, long: Reader): ForeignReader {
  return {
    sources: async (customerId) =>
      (await bySource(db, { customerId })).map((row) => ({
        source: row.source,
        count: row.count,
        verified: Number(row.verified),
        broughtAt: row.brought_at as Instant,
        newestIndex: Number(row.newest),
      })),
    page: async (customerId, source, limit, before = Number.MAX_SAFE_INTEGER) =>
      (await newest(db, { customerId, source, limit, before })).map(toEntry),
    after: async (customerId, place, limit) =>
      (
        await inOrder(long, { customerId, source: place?.source ?? '', index: place?.index ?? -1, limit })
      ).map(toEntry),
    find: async (customerId, id) => (await byId(db, { customerId, id })).map(toEntry)[0],
    text: async (customerId, text) => (await oneText(db, { customerId, text })).map(toText)[0],
    texts: async (customerId, afterText, limit) =>
      (await textsAfter(long, { customerId, after: afterText ?? '', limit })).map(toText),
  };
}

export function foreignWriter(db: Writer): ForeignWriter {
  return {
    ...foreignReader(db, db),
    insertEntries: async (entries) => {
      let inserted = 0;
      for (const entry of entries) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('foreign_entry')
          .values({
            id: entry.id,
            customer_id: entry.customerId,
            source: entry.source,
            idx: entry.index,
            verified: flag.write(entry.verified),
            sealed: entry.sealed,
            brought_at: entry.broughtAt,
          })
          .onConflict((on) => on.columns(['customer_id', 'source', 'idx']).doNothing())
          .executeTakeFirstOrThrow();
        inserted += Number(numInsertedOrUpdatedRows ?? 0n);
      }
      return inserted;
    },
    insertText: async ({ customerId, text, sealed }) => {
      await db
        .insertInto('foreign_text')
        .values({ customer_id: customerId, text, sealed })
        .onConflict((on) => on.columns(['customer_id', 'text']).doNothing())
        .execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('foreign_entry').where('customer_id', '=', customerId).execute();
      await db.deleteFrom('foreign_text').where('customer_id', '=', customerId).execute();
    },
  };
}

function toEntry(row: ForeignEntryRow): ForeignEntry {
  return {
    id: row.id as ForeignEntryId,
    customerId: row.customer_id as CustomerId,
    source: row.source,
    index: row.idx,
    verified: flag.read(row.verified),
    sealed: row.sealed,
    broughtAt: row.brought_at as Instant,
  };
}

function toText(row: ForeignTextRow): ForeignText {
  return { customerId: row.customer_id as CustomerId, text: row.text, sealed: row.sealed };
}
