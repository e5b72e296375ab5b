import type { CompanyId, PurposeId, SegmentId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { SegmentConditions } from '#schema/segment.ts';

export interface Segment {
  readonly id: SegmentId;
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  readonly name: string;
  readonly conditions: SegmentConditions;
  /** Pseudonym of the member of staff. */
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export interface SegmentReader {
  find(companyId: CompanyId, id: SegmentId): Promise<Segment | undefined>;
  /** Newest first. */
  ofCompany(companyId: CompanyId): Promise<Segment[]>;
}

export interface SegmentWriter extends SegmentReader {
  insert(segment: Segment): Promise<void>;
  remove(companyId: CompanyId, id: SegmentId): Promise<void>;
}
