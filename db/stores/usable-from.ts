import { sql } from 'kysely';
import type { RelationshipId } from '#schema/ids.ts';
import type { Writer } from '../connections.ts';

/**
 * What a relationship says to each of its grants, in one value: '' use it, an
 * instant: not before, null: never. Joining a million relationships to count
 * one purpose would take a second; the copy in `consent` takes a few
 * milliseconds, and every change of a relationship renews it.
 */
export const usableFrom = sql<string | null>`case
  when relationship.ended_at is not null or relationship.blocked <> 0 then null
  else coalesce(relationship.paused_until, '') end`;

export async function copyUsability(db: Writer, id: RelationshipId): Promise<void> {
  await db
    .updateTable('consent')
    .set((eb) => ({
      usable_from: eb.selectFrom('relationship').select(usableFrom.as('usable_from')).where('id', '=', id),
    }))
    .where('relationship_id', '=', id)
    .execute();
}
