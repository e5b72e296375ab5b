import type { Channel } from '#schema/channel.ts';
import { type FieldId, type FieldValue, GroupEntries } from '#schema/field.ts';
import type { DisclosureId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import {
  type DiscloseInput,
  type RecordedRow,
  recordDisclosure,
} from '../../disclosure/record-disclosure.ts';
import { profileValue } from '../../profile/derive-value.ts';
import { createBreather } from '../../shared/breather.ts';
import type { Core } from '../../shared/core.ts';
import { openJson } from '../open.ts';
import { blobPlace, profileKeyId } from '../places.ts';

export interface DisclosedPerson {
  readonly subject: SubjectId;
  readonly since: Instant;
  /** Fields this person permits; their values below, absent where nothing was entered. */
  readonly fields: readonly FieldId[];
  readonly values: Readonly<Partial<Record<FieldId, FieldValue>>>;
  /** Channels on which the person may be addressed for this purpose now. */
  readonly channels: readonly Channel[];
}

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

function openPerson(key: Buffer, { person, fields, channels, sealed }: RecordedRow): DisclosedPerson {
  const entries: GroupEntries = {};
  for (const blob of sealed) {
    const place = blobPlace(person.customerId, blob.group, blob.rowVersion);
    Object.assign(entries, GroupEntries.parse(openJson(key, place, blob.sealed)));
  }
  const values: Partial<Record<FieldId, FieldValue>> = {};
  for (const field of fields) {
    const value = profileValue(field, entries);
    if (value !== undefined) values[field] = value;
  }
  return { subject: person.subject, since: person.since, fields, values, channels };
}
