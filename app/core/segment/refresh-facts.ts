import { FACT_FIELDS, type FactField, factBit } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { MULTI_VALUED_FACTS, NUMERIC_FACTS } from '#schema/segment.ts';
import { openFactMask } from '../consent/apply-decision.ts';
import type { Customer } from '../customer/customer.ts';
import { groupsOf, profileValue } from '../profile/derive-value.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { openOwnGroups, type ProfileEntries } from '../vault/doors/read-own.ts';
import type { Facts } from './fact-store.ts';

/**
 * Brings the facts of one customer in line with the grants and the profile,
 * inside the transaction that changed either: a coarse value stands in clear
 * only while some running grant includes its field.
 */
export async function refreshFacts(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  customer: Customer,
  at: Instant,
): Promise<void> {
  const consents = await tx.consent.ofCustomer(customer.id);
  const mask = consents.reduce((all, consent) => all | openFactMask(consent, at), 0);
  if (mask === 0) return tx.fact.replace(customer.factId, {});
  const fields = FACT_FIELDS.filter((field) => mask & factBit(field));
  const entries = await openOwnGroups(
    core,
    customer.id,
    await tx.profile.sealedGroups([customer.id], groupsOf(fields)),
  );
  await tx.fact.replace(customer.factId, factsOf(fields, entries));
}

/** Pure: the facts that these fields of a profile give. */
export function factsOf(fields: readonly FactField[], entries: ProfileEntries): Facts {
  const facts: Facts = {};
  for (const field of fields) {
    const value = profileValue(field, entries);
    if (value === undefined) continue;
    if (MULTI_VALUED_FACTS.includes(field)) facts[field] = typeof value === 'string' ? [value] : value;
    else if (typeof value === 'string') facts[field] = NUMERIC_FACTS.includes(field) ? Number(value) : value;
  }
  return facts;
}
