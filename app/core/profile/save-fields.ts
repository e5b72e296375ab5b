import { CATALOGUE_FIELDS, type CatalogueField, type FieldSource } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import { refreshFacts } from '../segment/refresh-facts.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { parseFieldValue } from './parse-field-value.ts';
import { ProfileError } from './profile-error.ts';
import { type FieldChanges, writeFields } from './write-fields.ts';

/** What a form sent: raw text by field. */
export type RawFields = Readonly<Record<string, string | readonly string[]>>;

/**
 * Parses raw fields.
 *
 * @throws ProfileError for the first value that does not fit. The address is
 *   refused here: a new one must be confirmed first (change-address).
 */
export function parseFields(raw: RawFields, today: string): FieldChanges {
  const changes = new Map<CatalogueField, ReturnType<typeof parseFieldValue>>();
  for (const [name, value] of Object.entries(raw)) {
    const field = CATALOGUE_FIELDS.find((known) => known === name);
    if (!field) throw new ProfileError('field-unknown', { field: name });
    if (field === 'email') throw new ProfileError('field-needs-confirmation', { field });
    changes.set(field, parseFieldValue(field, value, today));
  }
  return changes;
}

/**
 * Saves fields of the customer's own profile; works with no consent at all.
 * Facts follow in the same transaction.
 */
export async function saveFields(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  customerId: CustomerId,
  raw: RawFields,
  source: FieldSource = 'customer',
): Promise<void> {
  const changes = parseFields(raw, core.world.now().slice(0, 10));
  await core.sequencer.submit(async ({ tx, at }) => {
    const customer = await tx.customer.find(customerId);
    if (!customer || customer.status === 'left') throw new NotFoundError();
    await writeFields(core, tx, customerId, changes, at, source);
    await refreshFacts(core, tx, customer, at);
  });
}
