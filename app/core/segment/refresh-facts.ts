import { FACT_FIELDS, type FactField, factBit } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { MULTI_VALUED_FACTS, NUMERIC_FACTS } from '#schema/segment.ts';
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
  const mask = await tx.consent.openFacts(customer.id, at);
  if (mask === 0) return tx.fact.replace(customer.factId, {});
  const fields = FACT_FIELDS.filter((field) => mask & factBit(field));
  const entries = await openOwnGroups(
    core,
    customer.id,
    await tx.profile.sealedGroups([customer.id], groupsOf(fields)),
  );
  await tx.fact.replace(customer.factId, factsOf(fields, entries));
}

/**
 * The same after something was only taken away: what is still permitted stays
 * as it stands. Opens nothing, so that a withdrawal never waits for the vault.
 */
export async function narrowFacts(tx: Writers, customer: Customer, at: Instant): Promise<void> {
  const mask = await tx.consent.openFacts(customer.id, at);
  const standing = mask === 0 ? {} : await tx.fact.find(customer.factId);
  const permitted = Object.entries(standing).filter(([field]) => mask & factBit(field as FactField));
  await tx.fact.replace(customer.factId, Object.fromEntries(permitted));
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
