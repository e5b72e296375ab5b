import type { ErasureReader, ErasureWriter } from '#app/core/erasure/erasure-store.ts';
import { NOBODY, SHREDDED_KEY_ID } from '#app/core/erasure/nobody.ts';
import type { CustomerId, RelationshipId } from '#schema/ids.ts';
import { flag } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import { clearChanges } from './company-changes.ts';

const begun = select((db, p: { limit: number }) =>
  db.selectFrom('erasure').select('customer_id').orderBy('at').orderBy('customer_id').limit(p.limit),
);
const over = select((db, p: { at: string; dueSince: string; limit: number }) =>
  db
    .selectFrom('relationship')
    .select('id')
    .where('proof_until', 'is not', null)
    .where('proof_until', '<=', p.at)
    // A dispute or a legal duty holds the proof back, whatever its term; a question that nobody answered, until claims have lapsed.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('rights_request')
            .select('rights_request.id')
            .whereRef('rights_request.relationship_id', '=', 'relationship.id')
            .where((or) =>
              or.or([
                or('rights_request.hold', 'is not', null),
                or.and([
                  or('rights_request.state', '=', 'open'),
                  or('rights_request.due_at', '>', p.dueSince),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('proof_until')
    .limit(p.limit),
);

export function erasureReader(db: Reader): ErasureReader {
  return {
    pending: async (limit) => (await begun(db, { limit })).map((row) => row.customer_id as CustomerId),
    proofsOver: async (at, dueSince, limit) =>
      (await over(db, { at, dueSince, limit })).map(({ id }) => id as RelationshipId),
  };
}

export function erasureWriter(db: Writer): ErasureWriter {
  return {
    ...erasureReader(db),
    begin: async (customerId, at) => {
      await db
        .insertInto('erasure')
        .values({ customer_id: customerId, at })
        .onConflict((on) => on.column('customer_id').doNothing())
        .execute();
    },
    finish: async (customerId) => {
      await db.deleteFrom('erasure').where('customer_id', '=', customerId).execute();
    },
    detach: (customerId) => detach(db, customerId),
    forget: (relationshipId, commitments) => forget(db, relationshipId, commitments),
  };
}

async function detach(db: Writer, customerId: CustomerId): Promise<void> {
  const { id, factId, at } = NOBODY;
  const own = db.selectFrom('relationship').select('id').where('customer_id', '=', customerId);
  await db
    .insertInto('customer')
    .values({
      id,
      status: 'left',
      email_index: null,
      language: 'de',
      fact_id: factId,
      of_age: null,
      restricted_at: null,
      created_at: at,
      confirmed_at: null,
    })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
  await db
    .updateTable('consent')
    .set({ customer_id: id, fact_id: factId })
    .where('relationship_id', 'in', own)
    .execute();
  await db
    .updateTable('relationship')
    .set({ customer_id: id, fact_id: factId, blocked: flag.write(true) })
    .where('customer_id', '=', customerId)
    .execute();
  await db.deleteFrom('customer').where('id', '=', customerId).execute();
}

async function forget(
  db: Writer,
  id: RelationshipId,
  commitments: ReadonlyMap<string, Buffer>,
): Promise<void> {
  await forgetLooks(db, id, commitments);
  await clearChanges(db, id);
  await db
    .updateTable('ledger_entry')
    .set({ relationship_id: null, key_id: SHREDDED_KEY_ID, sealed: Buffer.alloc(0) })
    .where('relationship_id', '=', id)
    .execute();
  await db.deleteFrom('relationship').where('id', '=', id).execute();
}

/** A row of a batch keeps its place and what was committed to; a look at evidence committed to nothing. */
async function forgetLooks(
  db: Writer,
  id: RelationshipId,
  commitments: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const rows = await db
    .selectFrom('disclosure_subject')
    .select(['disclosure_id', 'position'])
    .where('relationship_id', '=', id)
    .execute();
  for (const { disclosure_id, position } of rows) {
    const commitment = commitments.get(disclosure_id);
    const row = { disclosure_id, relationship_id: id };
    if (commitment) {
      await db
        .updateTable('disclosure_subject')
        .set({ relationship_id: `gone-${position}`, fields: '[]', commitment })
        .where('disclosure_id', '=', row.disclosure_id)
        .where('relationship_id', '=', row.relationship_id)
        .execute();
      continue;
    }
    await db
      .deleteFrom('disclosure_subject')
      .where('disclosure_id', '=', row.disclosure_id)
      .where('relationship_id', '=', row.relationship_id)
      .execute();
    // Only officers' looks have reasons about one person alone.
    await db.updateTable('disclosure').set({ reason: '' }).where('id', '=', disclosure_id).execute();
  }
}
