import type { Channel } from '#schema/channel.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { AgeAnswers, Customer } from './customer.ts';

export interface ChannelVerification {
  readonly channel: Channel;
  readonly verifiedAt: Instant;
  /** How it was proved, e.g. `link 2026-11-21T10:00:00.000Z`: cited as evidence by each yes. */
  readonly how: string;
}

export interface CustomerReader {
  find(id: CustomerId): Promise<Customer | undefined>;
  /** For the check of the log, on a connection for long reads. */
  findMany(ids: readonly CustomerId[]): Promise<Customer[]>;
  /** @param emailIndex blind index of the normalised address */
  findByEmailIndex(emailIndex: string): Promise<Customer | undefined>;
  verifications(id: CustomerId): Promise<ChannelVerification[]>;
  /** Unconfirmed accounts created before `before`, oldest first. */
  unconfirmedBefore(before: Instant, limit: number): Promise<CustomerId[]>;
}

export interface CustomerWriter extends CustomerReader {
  /** Fails with a unique violation (see Storage.isUniqueViolation) when the address is taken. */
  insert(customer: Customer, emailIndex: string | null): Promise<void>;
  /** True for the one call that opened the account, false when it was open. */
  confirm(id: CustomerId, at: Instant): Promise<boolean>;
  setLanguage(id: CustomerId, language: Language): Promise<void>;
  setAge(id: CustomerId, age: AgeAnswers): Promise<void>;
  setEmailIndex(id: CustomerId, emailIndex: string): Promise<void>;
  verify(id: CustomerId, verification: ChannelVerification): Promise<void>;
  unverify(id: CustomerId, channel: Channel): Promise<void>;
  deleteVerifications(id: CustomerId): Promise<void>;
  /** The address is free, nobody signs in any more; the row stays until its erasure has come to its end. */
  leave(id: CustomerId): Promise<void>;
  /** The row alone, of an account that nobody ever proved to own; refuses any other. */
  deleteUnconfirmed(id: CustomerId): Promise<void>;
}
