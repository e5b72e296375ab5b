import { randomUUID } from 'node:crypto';
import { setPreference } from '#app/core/preference/set-preference.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { setCustomerNumber } from '#app/core/relationship/set-customer-number.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import type { CustomerId } from '#schema/ids.ts';
import { type LivedPortal, liveInPortal } from '#tests/support/lived-portal.ts';
import type { TestCore } from '#tests/support/test-core.ts';

export const LEAVER_EMAIL = 'kunde0@beispiel.at';

export interface Leaver extends LivedPortal {
  readonly customerId: CustomerId;
  readonly relationships: readonly Relationship[];
  /** Every id that leads to this person. */
  readonly ids: { readonly customer: readonly string[]; readonly relationships: readonly string[] };
}

/** Somebody with rows wherever a person can have some, in a portal where others live on. */
export async function liveAndBeKnown(it: Pick<TestCore, 'core' | 'world'>, acts = 160): Promise<Leaver> {
  const { core } = it;
  const lived = await liveInPortal(it, { acts, customers: 4 });
  const [customerId] = lived.customers;
  if (!customerId) throw new Error('nobody there');
  const relationships = await core.storage.read.relationship.ofCustomer(customerId);
  for (const [index, { id }] of relationships.entries()) await setCustomerNumber(core, id, `K-4711-${index}`);
  await setPreference(core, { customerId, companyId: null, channelsOff: ['post'] });
  await setPreference(core, {
    customerId,
    companyId: relationships[0]?.companyId ?? null,
    channelsOff: ['sms'],
    pausedUntil: addMs(core.world.now(), DAY_MS),
    intent: { key: randomUUID(), actor: customerPrincipal(customerId), route: '/me', bodyHash: 'x' },
  });
  const principal = customerPrincipal(customerId);
  const wish = { principal, remember: true, steppedUp: true };
  await core.storage.transact(async (tx) => {
    const updatedAt = core.world.now();
    await openSession(core, tx, wish, updatedAt);
    await tx.signIn.savePassword({ principal, hash: '$argon2id$', updatedAt });
  });
  await requestSignIn(core, { email: LEAVER_EMAIL, language: 'de' });
  const customer = await core.storage.read.customer.find(customerId);
  return {
    ...lived,
    customerId,
    relationships,
    ids: {
      customer: [customerId, customer?.factId ?? '', core.keys.blindIndex('email', LEAVER_EMAIL)],
      relationships: relationships.flatMap(({ id, subject }) => [id, subject]),
    },
  };
}
