import type { CompanyId, RelationshipId, RequestFileId, RequestId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type {
  FileType,
  HoldKind,
  RequestEventKind,
  RequestKind,
  RequestOrigin,
  RequestState,
} from '#schema/request.ts';

/** A person asks one company for a right; what was written is sealed beside it. */
export interface RightsRequest {
  readonly id: RequestId;
  readonly companyId: CompanyId;
  /** Null: the person is not in the portal. */
  readonly relationshipId: RelationshipId | null;
  readonly kind: RequestKind;
  readonly origin: RequestOrigin;
  readonly state: RequestState;
  /** Day of arrival where the company is: the clock runs from it. */
  readonly arrivedOn: string;
  readonly dueOn: string;
  readonly dueAt: Instant;
  /** When the person was told of the longer time; null: the first deadline runs. */
  readonly extendedAt: Instant | null;
  /** Something must stay for now: blocks that an erasure is answered as done. */
  readonly hold: HoldKind | null;
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
  /** When officers were told that the running deadline is near. */
  readonly remindedAt: Instant | null;
  /** Under whose key what was written is sealed: the relationship's evidence, else the portal's. */
  readonly keyId: string;
  readonly sealed: Buffer;
}

export interface RequestEvent {
  readonly requestId: RequestId;
  /** 1, 2, … within the request. */
  readonly seq: number;
  readonly kind: RequestEventKind;
  readonly at: Instant;
  readonly actor: 'customer' | 'staff' | 'system';
  /** Pseudonym of the person of the company; empty otherwise. */
  readonly actorName: string;
  readonly sealed: Buffer;
}

export interface RequestFile {
  readonly id: RequestFileId;
  readonly requestId: RequestId;
  /** The event it came with. */
  readonly seq: number;
  readonly type: FileType;
  readonly bytes: number;
  readonly nameSealed: Buffer;
  readonly at: Instant;
}

/** What only the company may read. */
export const INTERNAL_EVENTS: readonly RequestEventKind[] = ['note'];

/** How long an answer is kept: as long as a claim about it can be made, three years (BGB § 195, ABGB § 1489). */
export const ANSWER_MONTHS = 36;
