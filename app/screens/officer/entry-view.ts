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

/** What stands in clear, before anything is opened. */
export interface EntryView {
  readonly line: LogLine & { readonly channel: Channel | null };
  readonly place: EntryPlace;
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

/** The answer to opening: the record, or what is missing for it. */
export interface EntryAnswer {
  /** Ledger index of the look itself; null: nothing was opened. */
  readonly look: number | null;
  /** Null with a look: the record is shredded, or damaged. */
  readonly opened: OpenedRecord | null;
  readonly damaged: boolean;
  readonly error: Message | null;
  readonly typed: string;
}

export const REASON_MAX = 200;
