import type { Core } from '#app/core/shared/core.ts';
import { type Database, tablesOf } from '#db/open-db.ts';
import type { Hand } from './play-deed.ts';

/** Restricting a whole customer has no act yet: the row, and the block on each relationship, as it must leave them. */
export function handOver({ storage }: Core, database: Database): Hand {
  const { writer } = tablesOf(database);
  return {
    restrictCustomer: async (id, on) => {
      const restricted_at = on ? '2026-01-01T00:00:00.000Z' : null;
      await writer.updateTable('customer').set({ restricted_at }).where('id', '=', id).execute();
      await storage.transact(async (tx) => {
        const customer = await tx.customer.find(id);
        for (const relationship of await tx.relationship.ofCustomer(id)) {
          const blocked = on || customer?.status !== 'active' || relationship.restrictedAt !== null;
          await tx.relationship.setBlocked(relationship.id, blocked);
        }
      });
    },
  };
}
