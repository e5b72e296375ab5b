import {
  type CatalogueField,
  FIELDS,
  type FieldEntry,
  type FieldGroup,
  type FieldSource,
  type FieldValue,
} from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { openOwnGroups } from '../vault/doors/read-own.ts';
import { blobPlace, profileKeyId } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';

/** Parsed values by field; undefined clears the field. */
export type FieldChanges = ReadonlyMap<CatalogueField, FieldValue | undefined>;

/**
 * Writes values into the customer's blobs inside a transaction. The profile
 * key must exist. An unchanged value keeps its date and verification.
 * Facts are the caller's to refresh.
 */
export async function writeFields(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  customerId: CustomerId,
  changes: FieldChanges,
  at: Instant,
  source: FieldSource,
): Promise<void> {
  const groups = [...new Set([...changes.keys()].map((field) => FIELDS[field].group as FieldGroup))];
  if (groups.length === 0) return;
  const key = await core.keys.get(profileKeyId(customerId));
  const stored = await tx.profile.sealedGroups([customerId], groups);
  for (const group of groups) {
    const blob = stored.find((candidate) => candidate.group === group);
    const entries: Record<string, FieldEntry | undefined> = {
      ...(blob ? await openOwnGroups(core, customerId, [blob]) : {}),
    };
    let changed = false;
    for (const [field, value] of changes) {
      if (FIELDS[field].group !== group) continue;
      const before = entries[field]?.value;
      if (JSON.stringify(before) === JSON.stringify(value)) continue;
      changed = true;
      if (value === undefined) delete entries[field];
      else entries[field] = { value, at, source, verifiedAt: null };
    }
    if (!changed) continue;
    const rowVersion = (blob?.rowVersion ?? 0) + 1;
    const sealed = sealJson(key, blobPlace(customerId, group, rowVersion), entries);
    await tx.profile.saveGroup({ customerId, group, rowVersion, sealed }, at);
  }
}
