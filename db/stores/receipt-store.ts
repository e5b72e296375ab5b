import type { DueReceipt, ReceiptReader, ReceiptWriter } from '#app/core/mail/receipt-store.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { ReceiptDueRow } from '../tables/mail.ts';

const cursor = select((db, _: object) =>
  db.selectFrom('receipt_cursor').select('next_index').where('id', '=', 1),
);
const due = select((db, p: { at: string; limit: number }) =>
  db.selectFrom('receipt_due').selectAll().where('due_at', '<=', p.at).orderBy('due_at').limit(p.limit),
);

const ofCustomer = select((db, p: { customerId: string }) =>
  db.selectFrom('receipt_due').selectAll().where('customer_id', '=', p.customerId),
);

export function receiptReader(db: Reader): ReceiptReader {
  return {
    cursor: async () => (await cursor(db, {}))[0]?.next_index,
    due: async (at, limit) => (await due(db, { at, limit })).map(toDue),
    dueOf: async (customerId) => (await ofCustomer(db, { customerId })).map(toDue)[0],
  };
}

export function receiptWriter(db: Writer): ReceiptWriter {
  return {
    ...receiptReader(db),
    moveCursor: async (from, to) => {
      if (from === undefined) {
        const placed = db.insertInto('receipt_cursor').values({ id: 1, next_index: to });
        const done = await placed.onConflict((on) => on.column('id').doNothing()).executeTakeFirstOrThrow();
        return done.numInsertedOrUpdatedRows === 1n;
      }
      const standing = db.updateTable('receipt_cursor').set({ next_index: to }).where('id', '=', 1);
      const { numUpdatedRows } = await standing.where('next_index', '=', from).executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    note: async ({ customerId, fromIndex, dueAt }) => {
      await db
        .insertInto('receipt_due')
        .values({ customer_id: customerId, from_index: fromIndex, due_at: dueAt })
        .onConflict((on) =>
          on.column('customer_id').doUpdateSet((eb) => ({ due_at: eb.ref('excluded.due_at') })),
        )
        .execute();
    },
    take: async ({ customerId, dueAt }) => {
      const mine = db.deleteFrom('receipt_due').where('customer_id', '=', customerId);
      const { numDeletedRows } = await mine.where('due_at', '=', dueAt).executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('receipt_due').where('customer_id', '=', customerId).execute();
    },
  };
}

const toDue = (row: ReceiptDueRow): DueReceipt => ({
  customerId: row.customer_id as CustomerId,
  fromIndex: row.from_index,
  dueAt: row.due_at as Instant,
});
