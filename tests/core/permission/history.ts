import type { AgeLimit } from '#schema/age.ts';
import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import type { Topic } from '#schema/topic.ts';

/** What a version asks for: everything of it that a permission depends on. */
export interface Scope {
  readonly fields: readonly { readonly field: FieldId; readonly required: boolean }[];
  readonly channels: readonly Channel[];
  /** None: anything. */
  readonly topics?: readonly Topic[] | null | undefined;
  readonly validityMonths: number | null;
}

interface OfCustomer {
  readonly customer: number;
}
interface OfPurpose {
  readonly purpose: number;
}
interface OfPair extends OfCustomer {
  readonly company: number;
}
/** `company` null: the default for all companies. */
interface OfPreference extends OfCustomer {
  readonly company: number | null;
}

/** Something that people do. Customers, companies and purposes are numbers; the town says who owns which purpose. */
export type Deed =
  | ({ readonly type: 'release'; readonly scope: Scope; readonly oldScopeForMs: number | null } & OfPurpose)
  | ({ readonly type: 'correct' } & OfPurpose)
  | ({ readonly type: 'retire' } & OfPurpose)
  | ({ readonly type: 'confirm' } & OfCustomer)
  /** "That old, or older": yes or no. */
  | ({ readonly type: 'age'; readonly limit: AgeLimit; readonly yes: boolean } & OfCustomer)
  | ({ readonly type: 'restrict-customer'; readonly on: boolean } & OfCustomer)
  | ({ readonly type: 'connect' } & OfPair)
  | ({ readonly type: 'end' } & OfPair)
  | ({ readonly type: 'restrict'; readonly on: boolean } & OfPair)
  | ({ readonly type: 'pause'; readonly until: 'never' | 'for-good' | number } & OfPreference)
  | ({ readonly type: 'channels-off'; readonly off: readonly Channel[] | null } & OfPreference)
  | ({ readonly type: 'topics-off'; readonly off: readonly Topic[] | null } & OfPreference)
  | ({ readonly type: 'most'; readonly perWeek: number | 'any' | null } & OfPreference)
  | ({ readonly type: 'quiet'; readonly hours: Quiet | 'none' | null } & OfPreference)
  /** The company says that it addressed the person in this moment, permitted or not. */
  | ({ readonly type: 'use'; readonly channel: Channel } & OfCustomer & OfPurpose)
  | ({ readonly type: 'verify'; readonly channel: Channel } & OfCustomer)
  | ({ readonly type: 'unverify'; readonly channel: Channel } & OfCustomer)
  | ({ readonly type: 'yes' } & Yes & OfCustomer & OfPurpose)
  | ({ readonly type: 'no'; readonly by: 'customer' | 'staff' } & OfCustomer & OfPurpose)
  | ({ readonly type: 'undo' } & OfCustomer & OfPurpose)
  /** The customer changes the own profile; only tests with values look at it. */
  | ({ readonly type: 'write'; readonly round: number } & OfCustomer)
  /** The job that writes down which terms have ended. */
  | { readonly type: 'expire' };

/** From when to when on the wall clock of a zone. */
export interface Quiet {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

interface Yes {
  /** How many versions before the current one the person has read. */
  readonly back: number;
  readonly fields: readonly FieldId[];
  readonly channels: readonly Channel[];
  /** A shorter term than asked for. */
  readonly months?: number | undefined;
}

/** Milliseconds since 1970. */
export type Dated = Deed & { readonly at: number };

/** The law of each company's country: which age a consent to it needs. */
export const AGE_LIMITS = [14, 16, null] as const satisfies readonly (AgeLimit | null)[];
export const ageLimitOf = (company: number): AgeLimit | null =>
  AGE_LIMITS[company % AGE_LIMITS.length] ?? null;

export interface Town {
  readonly customers: number;
  readonly companies: number;
  readonly purposes: readonly { readonly company: number; readonly basis: LegalBasis }[];
}
