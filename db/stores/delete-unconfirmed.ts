import type { CustomerId } from '#schema/ids.ts';
import type { Writer } from '../connections.ts';
import { contactUseWriter } from './use-store.ts';

/**
 * Removes an account that nobody ever proved to own. What the ledger says of
 * it stays, but no longer leads anywhere; sequences of changes keep their
 * numbers.
 */
export async function deleteUnconfirmed(db: Writer, id: CustomerId): Promise<void> {
  const customer = await db
    .selectFrom('customer')
    .select(['status', 'fact_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!customer) return;
  if (customer.status !== 'unconfirmed')
    throw new Error('only an unconfirmed account may be deleted this way');

  const own = db.selectFrom('relationship').select('id').where('customer_id', '=', id);
  await db
    .updateTable('ledger_entry')
    .set({ relationship_id: null })
    .where('relationship_id', 'in', own)
    .execute();
  await db.deleteFrom('consent').where('relationship_id', 'in', own).execute();
  await contactUseWriter(db).deleteOfCustomer(id);
  await db.deleteFrom('relationship').where('customer_id', '=', id).execute();

  const principal = `customer:${id}`;
  await db.deleteFrom('session').where('principal', '=', principal).execute();
  await db.deleteFrom('password').where('principal', '=', principal).execute();
  await db.deleteFrom('sign_in_proof').where('principal', '=', principal).execute();
  await db.deleteFrom('idempotency').where('actor', '=', principal).execute();

  await db.deleteFrom('segment_fact_value').where('fact_id', '=', customer.fact_id).execute();
  await db.deleteFrom('segment_fact').where('fact_id', '=', customer.fact_id).execute();
  await db.deleteFrom('preference').where('customer_id', '=', id).execute();
  await db.deleteFrom('channel_verification').where('customer_id', '=', id).execute();
  await db.deleteFrom('vault_blob').where('customer_id', '=', id).execute();
  await db.deleteFrom('customer').where('id', '=', id).execute();
}
