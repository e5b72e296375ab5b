import type { FieldGroup } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** One sealed blob: the entries of one field group. Only a door can open it. */
export interface SealedGroup {
  readonly customerId: CustomerId;
  readonly group: FieldGroup;
  readonly rowVersion: number;
  readonly sealed: Buffer;
}

export interface ProfileReader {
  /** @param groups absent: all groups */
  sealedGroups(customerIds: readonly CustomerId[], groups?: readonly FieldGroup[]): Promise<SealedGroup[]>;
}

export interface ProfileWriter extends ProfileReader {
  /** Replaces the blob; `rowVersion` must be exactly one more than the stored one (1 for a new blob), else it throws. */
  saveGroup(group: SealedGroup, at: Instant): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
