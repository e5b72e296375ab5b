import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import type { Message } from '#app/i18n/message.ts';
import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerRecord } from '#schema/ledger.ts';
import type { LogLine } from './log-view.ts';

/** Where an entry stands in the tree, and the calculation that proves it. Hashes are hex. */
export interface EntryPlace {
  readonly leaf: string;
  /** Null: no signed head covers the entry yet. */
  readonly proof: {
    readonly size: number;
    readonly signedAt: Instant;
    readonly holds: boolean;
    readonly steps: readonly {
      readonly side: 'left' | 'right';
      readonly sibling: string;
      readonly result: string;
    }[];
    readonly note: string;
  } | null;
  readonly verifierKey: string;
}

/** What stands in clear, and what was opened. */
export interface EntryView {
  readonly line: LogLine & { readonly channel: Channel | null };
  readonly place: EntryPlace;
  readonly look: OpenedLook | null;
  /** The address names a look that is over, or none. */
  readonly closed: boolean;
  readonly intentId: string;
}

/** A look at the record: an entry of the log, and open for a while. */
export interface OpenedLook {
  /** Ledger index of the look itself. */
  readonly index: number;
  readonly closesAt: Instant;
  /** Null: the record is shredded, or damaged. */
  readonly opened: OpenedRecord | null;
  readonly damaged: boolean;
}

/** A text as frozen, and when its version was released. */
export interface ShownText {
  readonly text: PurposeCardText;
  readonly releasedAt: Instant;
}

export interface OpenedRecord {
  readonly record: LedgerRecord;
  /** Base64. */
  readonly salt: string;
  readonly givesBytes: boolean;
  readonly shown: ShownText | null;
}

/** What is missing for opening. */
export interface EntryProblem {
  readonly error: Message;
  readonly typed: string;
}

export const REASON_MAX = 200;
