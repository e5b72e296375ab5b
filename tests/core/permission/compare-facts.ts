import { expireConsents } from '#app/core/consent/expire-consents.ts';
import { FACT_FIELDS, type FactField } from '#schema/field.ts';
import type { Comparison, Difference } from './compare-town.ts';

const NUMBERS: readonly FactField[] = ['birth-decade', 'household-size'];
const SEVERAL: readonly FactField[] = ['interests', 'needs', 'attitudes'];

/**
 * What stands in clear once the ends of terms are written down: the coarse
 * values of exactly the fields that some standing yes includes, of companies
 * that the customer has not left.
 */
export async function compareFacts({
  core,
  town,
  oracle,
  known,
  atMs,
}: Comparison): Promise<Difference | undefined> {
  await expireConsents(core);
  for (const [customer, { id }] of town.customers.entries()) {
    const yeses = [...town.purposes.keys()].flatMap(
      (purpose) => oracle.standingYes({ customer, purpose, at: atMs }) ?? [],
    );
    const open = new Set(yeses.filter(({ ended }) => !ended).flatMap(({ fields }) => fields));
    const factId = (await core.storage.read.customer.find(id))?.factId;
    const facts = factId ? await core.storage.read.fact.find(factId) : {};
    for (const field of FACT_FIELDS) {
      const value = known(customer, field);
      const stands = facts[field];
      const right = open.has(field) && value !== undefined ? inClear(field, value) : undefined;
      const told = stands === undefined ? undefined : JSON.stringify(sorted(stands));
      if (told !== right)
        return { what: `fact ${field} of ${customer}`, purpose: -1, at: core.world.now(), right, told };
    }
  }
  return undefined;
}

function inClear(field: FactField, value: string | readonly string[]): string {
  if (SEVERAL.includes(field)) return JSON.stringify(sorted(typeof value === 'string' ? [value] : value));
  return JSON.stringify(NUMBERS.includes(field) ? Number(value) : value);
}

function sorted<T>(value: T | readonly string[]): unknown {
  return Array.isArray(value) ? [...value].sort() : value;
}
