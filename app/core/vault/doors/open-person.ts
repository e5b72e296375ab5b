import type { Channel } from '#schema/channel.ts';
import { type FieldId, type FieldValue, GroupEntries } from '#schema/field.ts';
import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { RecordedRow } from '../../disclosure/permitted-rows.ts';
import { profileValue } from '../../profile/derive-value.ts';
import { openJson } from '../open.ts';
import { blobPlace } from '../places.ts';

export interface DisclosedPerson {
  readonly subject: SubjectId;
  readonly since: Instant;
  /** Fields this person permits; their values below, absent where nothing was entered. */
  readonly fields: readonly FieldId[];
  readonly values: Readonly<Partial<Record<FieldId, FieldValue>>>;
  /** Channels on which the person may be addressed for this purpose now. */
  readonly channels: readonly Channel[];
}

/** Opens one decided row: exactly the permitted values, entered or derived. */
export function openPerson(key: Buffer, { person, fields, channels, sealed }: RecordedRow): DisclosedPerson {
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
