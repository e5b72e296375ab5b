import type { FieldEntry, FieldGroup } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { openOwnGroups } from '../vault/doors/read-own.ts';
import { blobPlace, profileKeyId } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { nextReview } from './review.ts';

/** Entries of one group, to be changed in place. */
export type OpenEntries = Record<string, FieldEntry | undefined>;

/**
 * Opens groups of the customer's own profile inside a transaction, lets `edit`
 * change the entries and seals what it says it changed. The one place that
 * writes a blob, so that the day of the next review always follows its values.
 */
export async function editGroups(
  core: Pick<Core, 'keys'>,
  tx: Writers,
  customerId: CustomerId,
  groups: readonly FieldGroup[],
  at: Instant,
  edit: (entries: OpenEntries, group: FieldGroup) => boolean,
): Promise<void> {
  if (groups.length === 0) return;
  const key = await core.keys.get(profileKeyId(customerId));
  const stored = await tx.profile.sealedGroups([customerId], groups);
  for (const group of groups) {
    const blob = stored.find((candidate) => candidate.group === group);
    const entries: OpenEntries = { ...(blob ? await openOwnGroups(core, customerId, [blob]) : {}) };
    if (!edit(entries, group)) continue;
    const rowVersion = (blob?.rowVersion ?? 0) + 1;
    const sealed = sealJson(key, blobPlace(customerId, group, rowVersion), entries);
    await tx.profile.saveGroup({ customerId, group, rowVersion, sealed }, at, nextReview(entries, at));
  }
}
