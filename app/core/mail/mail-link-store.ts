import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** What the link in one mail is good for. The token itself stands in the mail alone. */
export interface MailLink {
  /** SHA-256 (hex). */
  readonly tokenHash: string;
  readonly customerId: CustomerId;
  /** The company whose mail it is; null: all companies, as in a mail of the portal. */
  readonly companyId: CompanyId | null;
  /** The mail that carries it. */
  readonly template: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Ended before its time: the address it was sent to is no longer the customer's. */
  readonly endedAt: Instant | null;
}

export interface MailLinkReader {
  find(tokenHash: string): Promise<MailLink | undefined>;
  /** Newest first, whatever their state. */
  ofCustomer(customerId: CustomerId): Promise<MailLink[]>;
}

export interface MailLinkWriter extends MailLinkReader {
  /** A mail that is sent again after a crash carries the same link: then nothing happens. */
  ensure(link: MailLink): Promise<void>;
  endOfCustomer(customerId: CustomerId, at: Instant): Promise<void>;
  deleteOfCustomer(customerId: CustomerId): Promise<void>;
  /** Links that expired before `before`. */
  deleteExpired(before: Instant): Promise<void>;
}
