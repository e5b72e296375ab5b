import type { Kept, YearlyReader, YearlyReminder, YearlyWriter } from '#app/core/yearly/yearly-store.ts';
import type { CompanyId, CustomerId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { YearlyKeptRow, YearlyReminderRow } from '../tables/thread.ts';

const reminderOf = select((db, p: { customerId: string }) =>
  db.selectFrom('yearly_reminder').selectAll().where('customer_id', '=', p.customerId),
);
const keptOf = select((db, p: { customerId: string }) =>
  db.selectFrom('yearly_kept').selectAll().where('customer_id', '=', p.customerId).orderBy('kept_at'),
);
const due = select((db, p: { at: string; limit: number }) =>
  db.selectFrom('yearly_reminder').selectAll().where('next_at', '<=', p.at).orderBy('next_at').limit(p.limit),
);

export function yearlyReader(db: Reader): YearlyReader {
  return {
    reminder: async (customerId) => (await reminderOf(db, { customerId })).map(toReminder)[0],
    kept: async (customerId) => (await keptOf(db, { customerId })).map(toKept),
    due: async (at, limit) => (await due(db, { at, limit })).map(toReminder),
  };
}

export function yearlyWriter(db: Writer): YearlyWriter {
  return {
    ...yearlyReader(db),
    saveReminder: async ({ customerId, wantedSince, nextAt }) => {
      await db
        .insertInto('yearly_reminder')
        .values({ customer_id: customerId, wanted_since: wantedSince, next_at: nextAt })
        .onConflict((on) => on.column('customer_id').doUpdateSet({ next_at: nextAt }))
        .execute();
    },
    dropReminder: async (customerId) => {
      await db.deleteFrom('yearly_reminder').where('customer_id', '=', customerId).execute();
    },
    keep: async ({ relationshipId, customerId, companyId, keptAt }) => {
      await db
        .insertInto('yearly_kept')
        .values({
          relationship_id: relationshipId,
          customer_id: customerId,
          company_id: companyId,
          kept_at: keptAt,
        })
        .onConflict((on) => on.column('relationship_id').doUpdateSet({ kept_at: keptAt }))
        .execute();
    },
    deleteOfRelationship: async (relationshipId) => {
      await db.deleteFrom('yearly_kept').where('relationship_id', '=', relationshipId).execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('yearly_kept').where('customer_id', '=', customerId).execute();
      await db.deleteFrom('yearly_reminder').where('customer_id', '=', customerId).execute();
    },
  };
}

function toReminder(row: YearlyReminderRow): YearlyReminder {
  return {
    customerId: row.customer_id as CustomerId,
    wantedSince: row.wanted_since as Instant,
    nextAt: row.next_at as Instant,
  };
}

function toKept(row: YearlyKeptRow): Kept {
  return {
    relationshipId: row.relationship_id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    companyId: row.company_id as CompanyId,
    keptAt: row.kept_at as Instant,
  };
}
