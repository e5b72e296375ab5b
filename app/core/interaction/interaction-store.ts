import type { CompanyId, CustomerId, InteractionId, RelationshipId, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { InteractionKind } from '#schema/interaction.ts';
import type { StaffRole } from '#schema/staff.ts';
import type { PageEnd } from '../thread/thread-store.ts';

/** What a company wrote down about the relationship; the customer sees every one. */
export interface Interaction {
  readonly id: InteractionId;
  readonly relationshipId: RelationshipId;
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly kind: InteractionKind;
  /** `YYYY-MM-DD` */
  readonly happenedOn: string;
  readonly staffId: StaffId;
  readonly role: StaffRole;
  readonly recordedAt: Instant;
  /** DialogueText, under the relationship's dialogue key: it goes when the conversation goes. */
  readonly sealed: Buffer;
}

export interface InteractionReader {
  find(id: InteractionId): Promise<Interaction | undefined>;
  /** Last recorded first. */
  ofRelationship(relationshipId: RelationshipId, limit: number, before?: PageEnd): Promise<Interaction[]>;
  ofCustomer(customerId: CustomerId): Promise<Interaction[]>;
}

/** Entries are never edited: a customer's statement stands beside one, a correction is another entry. */
export interface InteractionWriter extends InteractionReader {
  insert(interaction: Interaction): Promise<void>;
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
