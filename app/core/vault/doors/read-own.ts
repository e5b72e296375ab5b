import { FIELD_GROUPS, type FieldEntry, type FieldGroup, GroupEntries } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { SealedGroup } from '../../profile/profile-store.ts';
import type { Core } from '../../shared/core.ts';
import { openJson } from '../open.ts';
import { blobPlace, profileKeyId } from '../places.ts';

/** Entries by field id. Absent: never entered. */
export type ProfileEntries = Readonly<Record<string, FieldEntry | undefined>>;

/**
 * Door 1 of 5: the signed-in customer reads the own profile. The caller has
 * established that the principal is this customer.
 *
 * @param groups absent: all
 */
export async function readOwn(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  groups: readonly FieldGroup[] = FIELD_GROUPS,
): Promise<ProfileEntries> {
  return openOwnGroups(core, customerId, await core.storage.read.profile.sealedGroups([customerId], groups));
}

/** The same for blobs that a transaction of this customer has just read: to change a value, or to keep facts true. */
export async function openOwnGroups(
  core: Pick<Core, 'keys'>,
  customerId: CustomerId,
  sealed: readonly SealedGroup[],
): Promise<ProfileEntries> {
  if (sealed.length === 0) return {};
  const key = await core.keys.get(profileKeyId(customerId));
  const entries: Record<string, FieldEntry> = {};
  for (const blob of sealed) {
    if (blob.customerId !== customerId) continue;
    Object.assign(
      entries,
      GroupEntries.parse(openJson(key, blobPlace(customerId, blob.group, blob.rowVersion), blob.sealed)),
    );
  }
  return entries;
}
