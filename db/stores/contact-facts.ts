import type { ContactFacts } from '#app/core/permission/people-store.ts';
import type { Channel } from '#schema/channel.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { channelsColumn, listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import { ALL_COMPANIES } from './preference-store.ts';

const preferences = select((db, p: { customers: string; companyId: string }) =>
  db
    .selectFrom('preference')
    .select(['customer_id', 'company_id', 'channels_off'])
    .where((eb) => dialectOf(db).anyOf(eb.ref('customer_id'), p.customers))
    .where('company_id', 'in', [ALL_COMPANIES, p.companyId])
    .where('channels_off', 'is not', null)
    // The default comes first and is overwritten by the company's own.
    .orderBy('company_id'),
);
const verified = select((db, p: { customers: string }) =>
  db
    .selectFrom('channel_verification')
    .select(['customer_id', 'channel'])
    .where((eb) => dialectOf(db).anyOf(eb.ref('customer_id'), p.customers)),
);

export async function readContactFacts(
  db: Reader,
  customerIds: readonly CustomerId[],
  companyId: CompanyId,
): Promise<Map<CustomerId, ContactFacts>> {
  if (customerIds.length === 0) return new Map();
  const customers = listParameter(customerIds);
  const off = new Map<string, readonly Channel[]>();
  for (const row of await preferences(db, { customers, companyId })) {
    off.set(row.customer_id, channelsColumn.read(row.channels_off ?? '[]'));
  }
  const proved = new Map<string, Channel[]>();
  for (const { customer_id, channel } of await verified(db, { customers })) {
    proved.set(customer_id, [...(proved.get(customer_id) ?? []), channel as Channel]);
  }
  return new Map(
    customerIds.map((id) => [id, { channelsOff: off.get(id) ?? [], verified: proved.get(id) ?? [] }]),
  );
}
