import type { Instant } from '#schema/instant.ts';

/** A mail that the demo kept instead of sending it. */
export interface DemoMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: Instant;
}

export interface DemoMailReader {
  /** Newest first. */
  newest(limit: number): Promise<DemoMail[]>;
  find(id: string): Promise<DemoMail | undefined>;
}

export interface DemoMailWriter extends DemoMailReader {
  /** The same id again replaces nothing: a job that runs twice keeps one mail. */
  save(mail: DemoMail): Promise<void>;
  deleteOfRecipient(recipient: string): Promise<void>;
}
