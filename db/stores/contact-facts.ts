import type { ContactFacts } from '#app/core/permission/people-store.ts';
import { effectivePreference } from '#app/core/preference/effective-preference.ts';
import type { Channel } from '#schema/channel.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { NO_PREFERENCE, type Preference } from '#schema/preference.ts';
import { listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';
import { ALL_COMPANIES, toPreference } from './preference-store.ts';

const preferences = select((db, p: { customers: string; companyId: string }) =>
  db
    .selectFrom('preference')
    .selectAll()
    .where((eb) => dialectOf(db).anyOf(eb.ref('customer_id'), p.customers))
    .where('company_id', 'in', [ALL_COMPANIES, p.companyId]),
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
  const byDefault = new Map<string, Preference>();
  const own = new Map<string, Preference>();
  for (const row of await preferences(db, { customers, companyId }))
    (row.company_id === ALL_COMPANIES ? byDefault : own).set(row.customer_id, toPreference(row));
  const proved = new Map<string, Channel[]>();
  for (const { customer_id, channel } of await verified(db, { customers })) {
    proved.set(customer_id, [...(proved.get(customer_id) ?? []), channel as Channel]);
  }
  return new Map(
    customerIds.map((id) => {
      const wishes = effectivePreference(own.get(id) ?? NO_PREFERENCE, byDefault.get(id) ?? NO_PREFERENCE);
      return [id, { ...wishes, verified: proved.get(id) ?? [] }];
    }),
  );
}
