import type { CustomerId, ForeignEntryId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** One entry of another portal's log that its customer brought along: kept as it came, never part of what holds here. */
export interface ForeignEntry {
  readonly id: ForeignEntryId;
  readonly customerId: CustomerId;
  /** Keyed hash of the other log's name: it groups, and tells nobody where from. */
  readonly source: string;
  readonly index: number;
  /** Its proof was computed when it came: record, salt and hashes lead to the head that came with it. */
  readonly verified: boolean;
  readonly sealed: Buffer;
  readonly broughtAt: Instant;
}

/** The wording seen at a decision elsewhere, sealed under the customer's profile key. */
export interface ForeignText {
  readonly customerId: CustomerId;
  readonly text: string;
  readonly sealed: Buffer;
}

/** All that came from one log. */
export interface ForeignSource {
  readonly source: string;
  readonly count: number;
  readonly verified: number;
  readonly broughtAt: Instant;
  readonly newestIndex: number;
}

export interface ForeignReader {
  sources(customerId: CustomerId): Promise<ForeignSource[]>;
  /** Newest first, before an index. */
  page(customerId: CustomerId, source: string, limit: number, beforeIndex?: number): Promise<ForeignEntry[]>;
  /** In order of source and index, for what is taken along; on a long-read connection. */
  after(
    customerId: CustomerId,
    place: Pick<ForeignEntry, 'source' | 'index'> | null,
    limit: number,
  ): Promise<ForeignEntry[]>;
  find(customerId: CustomerId, id: ForeignEntryId): Promise<ForeignEntry | undefined>;
  text(customerId: CustomerId, text: string): Promise<ForeignText | undefined>;
  /** In order of `text`. */
  texts(customerId: CustomerId, afterText: string | null, limit: number): Promise<ForeignText[]>;
}

export interface ForeignWriter extends ForeignReader {
  /** What is there already stays as it is; returns how many are new. */
  insertEntries(entries: readonly ForeignEntry[]): Promise<number>;
  insertText(text: ForeignText): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
