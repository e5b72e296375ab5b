import type { FieldId } from '#schema/field.ts';
import type { DisclosureId, SubjectId } from '#schema/ids.ts';
import { type DiscloseInput, recordDisclosure } from '../../disclosure/record-disclosure.ts';
import { createBreather } from '../../shared/breather.ts';
import type { Core } from '../../shared/core.ts';
import { profileKeyId } from '../places.ts';
import { type DisclosedPerson, openPerson } from './open-person.ts';

export type { DisclosedPerson } from './open-person.ts';

export interface DisclosedBatch {
  /** Null: nobody permitted, nothing was read and nothing recorded. */
  readonly disclosureId: DisclosureId | null;
  readonly fields: readonly FieldId[];
  readonly people: readonly DisclosedPerson[];
  /** The next page begins after this one; null: the list is at its end. */
  readonly lastSubject: SubjectId | null;
}

/**
 * Door 3 of 5: values go to a company. In this order, always: permission is
 * read live inside the transaction, the sealed bytes are taken from the same
 * instant, the disclosure and its ledger entry are committed durably, and only
 * then is anything decrypted. A crash in between leaves a record of a look
 * that never happened; never a look without a record.
 */
export async function discloseToCompany(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: DiscloseInput,
): Promise<DisclosedBatch> {
  const batch = await core.sequencer.submit((act) => recordDisclosure(core, act, input));
  if (!batch) return { disclosureId: null, fields: [], people: [], lastSubject: null };
  const keys = await core.keys.getMany(batch.rows.map(({ person }) => profileKeyId(person.customerId)));
  const people: DisclosedPerson[] = [];
  const breathe = createBreather();
  for (const row of batch.rows) {
    const key = keys.get(profileKeyId(row.person.customerId));
    // Erased in this very moment: there is nothing left to show.
    if (key) people.push(openPerson(key, row));
    await breathe();
  }
  const lastSubject = batch.rows.at(-1)?.person.subject ?? null;
  return { disclosureId: batch.id, fields: batch.fields, people, lastSubject };
}
