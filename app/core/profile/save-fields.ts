import { isCompanyField } from '#schema/company-field.ts';
import { CATALOGUE_FIELDS, type FieldId, type FieldSource, type FieldValue } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import { shapeOf } from '../company-field/company-field.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { refreshFacts } from '../segment/refresh-facts.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Readers } from '../shared/storage.ts';
import { parseFieldValue, parseShapedValue } from './parse-field-value.ts';
import { ProfileError } from './profile-error.ts';
import { type FieldChanges, writeFields } from './write-fields.ts';

/** What a form sent: raw text by field. */
export type RawFields = Readonly<Record<string, string | readonly string[]>>;

/** Fields of the catalogue, and those that companies defined: their shape is known only inside the act. */
export function splitFields(raw: RawFields): { readonly known: RawFields; readonly defined: RawFields } {
  const part = (defined: boolean) =>
    Object.fromEntries(Object.entries(raw).filter(([name]) => isCompanyField(name) === defined));
  return { known: part(false), defined: part(true) };
}

/**
 * Parses raw fields of the catalogue.
 *
 * @throws ProfileError for the first value that does not fit. The address is
 *   refused here: a new one must be confirmed first (change-address).
 */
export function parseFields(raw: RawFields, today: string): FieldChanges {
  const changes = new Map<FieldId, FieldValue | undefined>();
  for (const [name, value] of Object.entries(raw)) {
    const field = CATALOGUE_FIELDS.find((known) => known === name);
    if (!field) throw new ProfileError('field-unknown', { field: name });
    if (field === 'email') throw new ProfileError('field-needs-confirmation', { field });
    changes.set(field, parseFieldValue(field, value, today));
  }
  return changes;
}

/** Parses raw fields that companies defined. @throws ProfileError, also for a draft: nobody is asked for it yet */
export async function parseDefined(
  read: Pick<Readers, 'companyField'>,
  raw: RawFields,
  today: string,
): Promise<FieldChanges> {
  const changes = new Map<FieldId, FieldValue | undefined>();
  const ids = Object.keys(raw).filter(isCompanyField);
  const fields = await read.companyField.findMany(ids);
  for (const id of ids) {
    const field = fields.find((candidate) => candidate.id === id);
    if (!field?.releasedAt) throw new ProfileError('field-unknown', { field: id });
    changes.set(id, parseShapedValue(id, shapeOf(field), raw[id] ?? '', today));
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
  // What does not fit is refused before anybody waits for the log.
  parseFields(splitFields(raw).known, core.world.now().slice(0, 10));
  await core.sequencer.submit((act) => saveFieldsInside(core, act, customerId, raw, source));
}

/** The same as part of another act. */
export async function saveFieldsInside(
  core: Pick<Core, 'keys' | 'world'>,
  { tx, at }: Pick<ActContext, 'tx' | 'at'>,
  customerId: CustomerId,
  raw: RawFields,
  source: FieldSource,
): Promise<void> {
  const { known, defined } = splitFields(raw);
  const today = core.world.now().slice(0, 10);
  const customer = await tx.customer.find(customerId);
  if (!customer || customer.status === 'left') throw new NotFoundError();
  const all = new Map([...parseFields(known, today), ...(await parseDefined(tx, defined, today))]);
  await writeFields(core, tx, customerId, all, at, source);
  await refreshFacts(core, tx, customer, at);
}
