import {
  EARLIER_VALUES,
  type FieldEntry,
  type FieldId,
  type FieldSource,
  type FieldValue,
} from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { groupOf, groupsOf } from './derive-value.ts';
import { editGroups } from './edit-groups.ts';

/** Parsed values by field; undefined clears the field. */
export type FieldChanges = ReadonlyMap<FieldId, FieldValue | undefined>;

/**
 * Writes values into the customer's blobs inside a transaction. The profile
 * key must exist. An unchanged value keeps its date and verification; a new
 * one keeps what stood there before; an empty one takes all that along.
 * Another mobile number is nobody's proved number: SMS and phone fall silent
 * in the same transaction. Facts are the caller's to refresh.
 */
export async function writeFields(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  customerId: CustomerId,
  changes: FieldChanges,
  at: Instant,
  source: FieldSource,
): Promise<void> {
  let numberMoved = false;
  await editGroups(core, tx, customerId, groupsOf([...changes.keys()]), at, (entries, group) => {
    let changed = false;
    for (const [field, value] of changes) {
      if (groupOf(field) !== group) continue;
      const before = entries[field];
      if (JSON.stringify(before?.value) === JSON.stringify(value)) continue;
      changed = true;
      numberMoved ||= field === 'mobile';
      if (value === undefined) delete entries[field];
      else entries[field] = followOn(before, { value, at, source, verifiedAt: null });
    }
    return changed;
  });
  if (!numberMoved) return;
  await tx.customer.unverify(customerId, 'sms');
  await tx.customer.unverify(customerId, 'phone');
}

function followOn(before: FieldEntry | undefined, entry: FieldEntry): FieldEntry {
  if (!before) return entry;
  const { value, at, source, history = [], noReminder } = before;
  return {
    ...entry,
    ...(noReminder ? { noReminder } : {}),
    history: [{ value, at, source, until: entry.at }, ...history].slice(0, EARLIER_VALUES),
  };
}
