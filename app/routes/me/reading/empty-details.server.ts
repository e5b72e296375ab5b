import type { PurposeStanding } from '#app/core/permission/find-standings.ts';
import { groupsOf } from '#app/core/profile/derive-value.ts';
import type { Core } from '#app/core/shared/core.ts';
import { type ProfileEntries, readOwn } from '#app/core/vault/doors/read-own.ts';
import type { FieldId } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import { fieldsToRead, missingFields } from './missing-fields.server.ts';

/** Needed details of a running yes that the profile does not have: without them it cannot work. */
export function emptyDetails({ granted }: PurposeStanding, entries: ProfileEntries): FieldId[] {
  return granted ? missingFields(granted.content, entries) : [];
}

/** What the running yeses need, as it stands in the profile. */
export function readNeeded(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  standings: readonly PurposeStanding[],
): Promise<ProfileEntries> {
  const needed = standings.flatMap(({ granted }) =>
    (granted?.content.fields ?? []).flatMap(({ field, required }) => (required ? [field] : [])),
  );
  return readOwn(core, customerId, groupsOf(fieldsToRead(needed)));
}
