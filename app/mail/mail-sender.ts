import type { Instant } from '#schema/instant.ts';

/** One mail to one address. */
export interface OutgoingMail {
  /** Of the job: the same mail sent twice by a crash carries the same Message-ID. */
  readonly id: string;
  readonly to: string;
  /** The account is gone: the address must not stay anywhere here. */
  readonly lastToThisAddress: boolean;
  /** BCP 47, of the texts. */
  readonly language: string;
  readonly senderName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the mail program's own button posts to; null: nothing to end by it. */
  readonly unsubscribeUrl: string | null;
  readonly at: Instant;
}

/** Resolves when the next server, or the demo's outbox, has taken the mail over. */
export interface MailSender {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}
