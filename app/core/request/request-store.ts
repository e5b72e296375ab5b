import type { CompanyId, CustomerId, RelationshipId, RequestFileId, RequestId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { RequestKind } from '#schema/request.ts';
import type { RequestEvent, RequestFile, RightsRequest } from './request.ts';

export interface RequestFilter {
  /** Open ones, or those that were answered or taken back. */
  readonly closed: boolean;
  /** Only open ones that were due before this instant. */
  readonly dueBefore?: Instant;
  readonly kind?: RequestKind;
  readonly limit: number;
}

export interface RequestCounts {
  readonly open: number;
  /** Of these: due before the instant asked for, and past due. */
  readonly soon: number;
  readonly overdue: number;
}

export interface RequestReader {
  find(id: RequestId): Promise<RightsRequest | undefined>;
  /** At every company, also at those that the customer has left; newest first. */
  ofCustomer(customerId: CustomerId): Promise<RightsRequest[]>;
  ofRelationship(relationshipId: RelationshipId): Promise<RightsRequest[]>;
  /** Open ones in the order in which they are due, closed ones newest first. */
  ofCompany(companyId: CompanyId, filter: RequestFilter): Promise<RightsRequest[]>;
  /** Of the open ones. `soon`: due by `soonAt`, without those that are overdue at `at`. */
  count(companyId: CompanyId, at: Instant, soonAt: Instant): Promise<RequestCounts>;
  /** Open ones of all companies that are due by `dueBy` and of which nobody was reminded yet. */
  toRemind(dueBy: Instant, limit: number): Promise<RightsRequest[]>;
  /** Oldest first. */
  events(id: RequestId): Promise<RequestEvent[]>;
  files(id: RequestId): Promise<RequestFile[]>;
  /** Closed before `before`, of people who are not in the portal. */
  oldLetters(before: Instant, limit: number): Promise<RequestId[]>;
  /** Sealed bytes of one file of this request. */
  fileContent(id: RequestId, fileId: RequestFileId): Promise<Buffer | undefined>;
}

/** Events and files are only ever added. */
export interface RequestWriter extends RequestReader {
  insert(request: RightsRequest): Promise<void>;
  /** State, deadline and hold; what was asked never changes. */
  update(request: RightsRequest): Promise<void>;
  insertEvent(event: RequestEvent, relationshipId: RelationshipId | null): Promise<void>;
  insertFile(file: RequestFile, relationshipId: RelationshipId | null, sealed: Buffer): Promise<void>;
  /** With its history and files. */
  remove(id: RequestId): Promise<void>;
  /** When the evidence of this relationship is shredded: the rows lead nowhere any more. */
  deleteOfRelationship(relationshipId: RelationshipId): Promise<void>;
}
