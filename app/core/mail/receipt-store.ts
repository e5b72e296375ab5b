import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** A customer has decided something; the receipt goes when nothing more has come for a while. */
export interface DueReceipt {
  readonly customerId: CustomerId;
  /** Ledger index of the first entry since the last receipt. */
  readonly fromIndex: number;
  readonly dueAt: Instant;
}

export interface ReceiptReader {
  /** Ledger index up to which (exclusive) decisions were noted; undefined before the first run. */
  cursor(): Promise<number | undefined>;
  /** Due at or before `at`, oldest first. */
  due(at: Instant, limit: number): Promise<DueReceipt[]>;
  /** The one that waits for this customer. */
  dueOf(customerId: CustomerId): Promise<DueReceipt | undefined>;
}

export interface ReceiptWriter extends ReceiptReader {
  /** True for the one caller that moved it on from where it stood; `from` undefined: places it. */
  moveCursor(from: number | undefined, to: number): Promise<boolean>;
  /** A later decision of the same customer moves the end and keeps the beginning. */
  note(receipt: DueReceipt): Promise<void>;
  /** True for exactly one caller, and only when no decision came meanwhile. */
  take(receipt: DueReceipt): Promise<boolean>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
}
