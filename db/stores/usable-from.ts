import { type RawBuilder, sql } from 'kysely';
import type { RelationshipId } from '#schema/ids.ts';
import type { Writer } from '../connections.ts';

/**
 * What a relationship says to each of its answers, in one value: '' use it, an
 * instant: not before, null: never. Joining a million relationships to count
 * one purpose would take a second; the copy in `consent` takes a few
 * milliseconds, and every change of a relationship renews it. Age counts for
 * consents alone: `open` and `objected` are the states of objection purposes,
 * which an answer never leaves.
 */
export const usableFrom = (state: RawBuilder<string>) => sql<string | null>`case
  when relationship.ended_at is not null or relationship.blocked <> 0 then null
  when relationship.under_age <> 0 and ${state} not in ('open', 'objected') then null
  else coalesce(relationship.paused_until, '') end`;

export async function copyUsability(db: Writer, id: RelationshipId): Promise<void> {
  const copied = usableFrom(sql.ref('consent.state'));
  await db
    .updateTable('consent')
    .set((eb) => ({
      usable_from: eb.selectFrom('relationship').select(copied.as('usable_from')).where('id', '=', id),
    }))
    .where('relationship_id', '=', id)
    .execute();
}
