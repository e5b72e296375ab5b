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

export interface DueReview {
  readonly customerId: CustomerId;
  readonly group: FieldGroup;
}

/** How a customer wants to be reminded of values that grew old. */
export interface ProfileReminder {
  readonly off: boolean;
  /** When the last reminder went out. */
  readonly toldAt: Instant | null;
}

export interface ProfileReader {
  /** @param groups absent: all groups */
  sealedGroups(customerIds: readonly CustomerId[], groups?: readonly FieldGroup[]): Promise<SealedGroup[]>;
  /** Groups with a value that is due for a look, of active customers who did not switch that off. */
  dueReviews(at: Instant, limit: number): Promise<DueReview[]>;
  reminder(customerId: CustomerId): Promise<ProfileReminder>;
}

export interface ProfileWriter extends ProfileReader {
  /**
   * Replaces the blob; `rowVersion` must be exactly one more than the stored one (1 for a new blob), else it throws.
   *
   * @param reviewAt when the next of its values is due for a look; null or absent: none
   */
  saveGroup(group: SealedGroup, at: Instant, reviewAt?: Instant | null): Promise<void>;
  setReviewAt(customerId: CustomerId, group: FieldGroup, reviewAt: Instant | null): Promise<void>;
  saveReminder(customerId: CustomerId, reminder: ProfileReminder): Promise<void>;
  /** Everything of the profile, for good. */
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
