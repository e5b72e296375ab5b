import type { Channel } from '#schema/channel.ts';
import type { ConsentState } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { PermissionReason } from '#schema/permission.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import type { Topic } from '#schema/topic.ts';

/** A company as the customer's pages name it. */
export interface CompanyName {
  readonly slug: string;
  readonly name: string;
}

/** One purpose in a list: what holds now, never a control. */
export interface PurposeLine {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly basis: LegalBasis;
  readonly state: ConsentState;
  readonly since: Instant | null;
  readonly until: Instant | null;
  /** What may be used now, or would be after a yes. */
  readonly fields: readonly FieldId[];
  readonly channels: readonly Channel[];
  readonly allowed: boolean;
  readonly reason: PermissionReason;
  readonly pausedUntil: Instant | null;
  /** Runs, but no message comes of it now: all its topics are off (null: it names none), or no way is open. */
  readonly quiet: { readonly topics: readonly Topic[] | null } | 'no-way' | null;
  /** Needed details that the profile does not have: without them the yes cannot work. Filled in where it is told. */
  readonly empty: readonly FieldId[];
}

/** A way of a running purpose on which nothing comes. */
export interface SilentWay {
  readonly channel: Channel;
  readonly reason: 'address-hidden' | 'address-empty' | 'channel-off' | 'channel-unverified';
  /** The detail that is missing. */
  readonly field: FieldId | null;
}

export interface CompanyLines extends CompanyName {
  readonly since: Instant;
  readonly pausedUntil: Instant | null;
  readonly purposes: readonly PurposeLine[];
  /** Something runs that is advertising. */
  readonly advertises: boolean;
}

export const companyPath = (company: string): string => `/me/companies/${company}`;
export const leavePath = (company: string): string => `${companyPath(company)}/leave`;
export const purposePath = (company: string, purpose: string): string =>
  `/me/companies/${company}/${purpose}`;
/** The stylesheet route gives each company's class its colour. */
export const brandClass = (company: string): string => `brand-${company}`;
