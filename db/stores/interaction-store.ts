import { type SqlBool, sql } from 'kysely';
import type {
  Interaction,
  InteractionReader,
  InteractionWriter,
} from '#app/core/interaction/interaction-store.ts';
import type { PageEnd } from '#app/core/thread/thread-store.ts';
import type { CompanyId, CustomerId, InteractionId, RelationshipId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { InteractionKind } from '#schema/interaction.ts';
import type { StaffRole } from '#schema/staff.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { InteractionRow } from '../tables/thread.ts';

/** Later than everything. */
const NEWEST: PageEnd = { at: '9999' as Instant, id: '' };

const byId = select((db, p: { id: string }) =>
  db.selectFrom('interaction').selectAll().where('id', '=', p.id),
);
const byRelationship = select((db, p: { relationshipId: string; at: string; id: string; limit: number }) =>
  db
    .selectFrom('interaction')
    .selectAll()
    .where('relationship_id', '=', p.relationshipId)
    .where(sql<SqlBool>`(recorded_at, id) < (${p.at}, ${p.id})`)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
);
const byCustomer = select((db, p: { customerId: string }) =>
  db
    .selectFrom('interaction')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .orderBy('recorded_at')
    .orderBy('id'),
);

export function interactionReader(db: Reader): InteractionReader {
  return {
    find: async (id) => (await byId(db, { id })).map(toInteraction)[0],
    ofRelationship: async (relationshipId, limit, before = NEWEST) =>
      (await byRelationship(db, { relationshipId, limit, ...before })).map(toInteraction),
    ofCustomer: async (customerId) => (await byCustomer(db, { customerId })).map(toInteraction),
  };
}

export function interactionWriter(db: Writer): InteractionWriter {
  return {
    ...interactionReader(db),
    insert: async (interaction) => {
      await db
        .insertInto('interaction')
        .values({
          id: interaction.id,
          relationship_id: interaction.relationshipId,
          customer_id: interaction.customerId,
          company_id: interaction.companyId,
          kind: interaction.kind,
          happened_on: interaction.happenedOn,
          staff_id: interaction.staffId,
          role: interaction.role,
          recorded_at: interaction.recordedAt,
          sealed: interaction.sealed,
        })
        .execute();
    },
    deleteOfRelationship: async (relationshipId) => {
      await db.deleteFrom('interaction').where('relationship_id', '=', relationshipId).execute();
    },
    deleteOfCustomer: async (customerId) => {
      await db.deleteFrom('interaction').where('customer_id', '=', customerId).execute();
    },
  };
}

function toInteraction(row: InteractionRow): Interaction {
  return {
    id: row.id as InteractionId,
    relationshipId: row.relationship_id as RelationshipId,
    customerId: row.customer_id as CustomerId,
    companyId: row.company_id as CompanyId,
    kind: row.kind as InteractionKind,
    happenedOn: row.happened_on,
    staffId: row.staff_id as StaffId,
    role: row.role as StaffRole,
    recordedAt: row.recorded_at as Instant,
    sealed: row.sealed,
  };
}
