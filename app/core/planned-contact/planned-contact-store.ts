import type { Channel } from '#schema/channel.ts';
import type { CompanyId, PlannedContactId, PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { Topic } from '#schema/topic.ts';

/** Something a company says it will send; names no person. */
export interface PlannedContact {
  readonly id: PlannedContactId;
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  readonly title: LocalizedText;
  readonly channel: Channel;
  readonly topic: Topic;
  readonly at: Instant;
  /** Pseudonym of the member of staff. */
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly cancelledAt: Instant | null;
}

export interface PlannedContactReader {
  find(companyId: CompanyId, id: PlannedContactId): Promise<PlannedContact | undefined>;
  /** From `since` on and not cancelled, the next first. */
  next(companyId: CompanyId, since: Instant, limit: number): Promise<PlannedContact[]>;
}

export interface PlannedContactWriter extends PlannedContactReader {
  insert(planned: PlannedContact): Promise<void>;
  cancel(companyId: CompanyId, id: PlannedContactId, at: Instant): Promise<void>;
}
