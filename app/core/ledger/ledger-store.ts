import type { Channel } from '#schema/channel.ts';
import type { DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, CustomerId, PurposeId, PurposeVersionId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerKind } from '#schema/ledger.ts';

/** The log as it stands. `edge`: hashes (hex) of its full subtrees, largest first. */
export interface LedgerState {
  readonly origin: string;
  readonly size: number;
  readonly edge: readonly string[];
  readonly lastAt: Instant;
}

/** One entry as stored: the officer's index in clear, the record sealed. */
export interface LedgerEntry {
  readonly index: number;
  readonly kind: LedgerKind;
  readonly at: Instant;
  /** RFC 6962 leaf hash over `entry`. */
  readonly leaf: Buffer;
  /** The public bytes: version and salted HMAC. */
  readonly entry: Buffer;
  /** Null for entries of the portal and after the evidence key was shredded. */
  readonly relationshipId: RelationshipId | null;
  readonly companyId: CompanyId | null;
  readonly purposeId: PurposeId | null;
  readonly versionId: PurposeVersionId | null;
  readonly method: DecisionMethod | null;
  readonly channel: Channel | null;
  readonly keyId: string;
  readonly sealed: Buffer;
}

export interface LedgerNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

export interface StoredCheckpoint {
  readonly size: number;
  /** The signed note. */
  readonly note: string;
  readonly at: Instant;
}

export interface LogFilter {
  readonly companyId: CompanyId;
  readonly relationshipIds?: readonly RelationshipId[] | undefined;
  readonly purposeId?: PurposeId | undefined;
  readonly kinds?: readonly LedgerKind[] | undefined;
  readonly method?: DecisionMethod | undefined;
  /** From here on, up to but not including `until`. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** Entries before this index: the next page, newest first. */
  readonly beforeIndex?: number | undefined;
  readonly limit: number;
}

export interface DayCount {
  readonly day: string;
  readonly kind: LedgerKind;
  readonly count: number;
}

/** Per-company sequence of changes, contiguous, for the company's systems. */
export interface CompanyChange {
  readonly companyId: CompanyId;
  readonly seq: number;
  readonly relationshipId: RelationshipId;
  readonly kind: LedgerKind;
  readonly purposeId: PurposeId | null;
  readonly ledgerIndex: number;
  readonly at: Instant;
}

/** Where the chain of one relationship ends. */
export interface RelationshipChain {
  readonly relationshipId: RelationshipId;
  readonly seq: number;
  /** Leaf hash (hex) of its last entry. */
  readonly leaf: string | null;
}

export interface LedgerReader {
  state(): Promise<LedgerState | undefined>;
  entry(index: number): Promise<LedgerEntry | undefined>;
  /** In order of index, from `from`, on a long-read connection. */
  range(from: number, limit: number): Promise<LedgerEntry[]>;
  /** Newest first. */
  search(filter: LogFilter): Promise<LedgerEntry[]>;
  count(filter: Omit<LogFilter, 'limit' | 'beforeIndex'>): Promise<number>;
  /** Entries per day (UTC date) and kind since an instant. */
  countByDay(companyId: CompanyId, kinds: readonly LedgerKind[], from: Instant): Promise<DayCount[]>;
  /** Oldest first. */
  ofRelationship(relationshipId: RelationshipId, purposeId?: PurposeId): Promise<LedgerEntry[]>;
  /** Newest first, over all relationships of the customer; disclosures not included. */
  ofCustomer(customerId: CustomerId, limit: number, beforeIndex?: number): Promise<LedgerEntry[]>;
  /** Every entry of all relationships of the customer, looks at evidence included, in order: their places alone. */
  indicesOfCustomer(customerId: CustomerId): Promise<number[]>;
  /** In order of index, on a long-read connection. */
  entriesAt(indices: readonly number[]): Promise<LedgerEntry[]>;
  nodes(refs: readonly { level: number; index: number }[]): Promise<LedgerNode[]>;
  latestCheckpoint(): Promise<StoredCheckpoint | undefined>;
  /** In order of size, those above `afterSize`. */
  checkpoints(afterSize: number, limit: number): Promise<StoredCheckpoint[]>;
  /** The smallest checkpoint that covers `index`. */
  checkpointCovering(index: number): Promise<StoredCheckpoint | undefined>;
  changes(companyId: CompanyId, afterSeq: number, limit: number): Promise<CompanyChange[]>;
}

/** Append-only: nothing here changes or removes an entry. Durable when the surrounding transaction resolves. */
export interface LedgerWriter extends LedgerReader {
  /** Holds the ledger until this transaction ends. */
  lock(): Promise<void>;
  create(origin: string, at: Instant): Promise<void>;
  append(entries: readonly LedgerEntry[], nodes: readonly LedgerNode[], state: LedgerState): Promise<void>;
  /** Moves the chains of relationships forward. */
  advanceChains(chains: readonly RelationshipChain[]): Promise<void>;
  /** Takes the next `count` numbers of the company's sequence; returns the first. */
  takeChangeNumbers(companyId: CompanyId, count: number): Promise<number>;
  insertChanges(changes: readonly CompanyChange[]): Promise<void>;
  saveCheckpoint(checkpoint: StoredCheckpoint): Promise<void>;
}
