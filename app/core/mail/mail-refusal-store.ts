import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

export interface MailRefusalReader {
  /** Since when the mail server of the customer's address takes nothing for it; undefined: it does, as far as is known. */
  since(customerId: CustomerId): Promise<Instant | undefined>;
}

export interface MailRefusalWriter extends MailRefusalReader {
  /** Keeps the first instant. */
  note(customerId: CustomerId, at: Instant): Promise<void>;
  /** A mail was taken, or there is another address. */
  clear(customerId: CustomerId): Promise<void>;
}
