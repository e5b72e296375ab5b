import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { QuietHours } from '#schema/preference.ts';
import type { Topic } from '#schema/topic.ts';
import type { CompanyName } from './view.ts';

/** One thing that can be wished for, with what is wished. */
export type Wish =
  | { readonly kind: 'topics'; readonly off: readonly Topic[] }
  | { readonly kind: 'channels'; readonly off: readonly Channel[] }
  | { readonly kind: 'often'; readonly most: number | null }
  | { readonly kind: 'quiet'; readonly hours: Pick<QuietHours, 'from' | 'to'> | null }
  | { readonly kind: 'pause'; readonly until: Instant | null }
  | { readonly kind: 'language'; readonly language: Language };
export type WishKind = Wish['kind'];
/** A wish that one company can have of its own, instead of the one for all. */
export type OwnWish = 'topics' | 'channels' | 'often' | 'quiet';

/** What the act before this page changed: from what is told by its address, to what is read from what is stored. */
export interface ChangedWishes {
  readonly changes: readonly { readonly from: Wish; readonly to: Wish }[];
  /** The newest entry that says so; null: nobody is connected yet, so there is none. */
  readonly entry: { readonly index: number; readonly at: Instant } | null;
}

/** What holds now, as the forms of the default or of one company show it. */
export interface WishesView {
  /** Topics that some purpose here is about, and those already off. */
  readonly topics: readonly Topic[];
  readonly topicsOff: readonly Topic[];
  /** Channels that some purpose here uses, and those already off. */
  readonly channels: readonly Channel[];
  readonly channelsOff: readonly Channel[];
  readonly mostPerWeek: number | null;
  readonly quietHours: QuietHours | null;
  /** Something here calls or sends SMS, or quiet hours are set: else they would do nothing. */
  readonly rings: boolean;
  /** Companies that report every contact, and those that are only asked. */
  readonly checked: readonly CompanyName[];
  readonly asked: readonly CompanyName[];
  /** For one company: what it has of its own. Null: these are the wishes for all. */
  readonly own: Readonly<Record<OwnWish, boolean>> | null;
  /** For all: companies where the customer chose something else. */
  readonly exempt: Readonly<Record<OwnWish, readonly CompanyName[]>>;
  readonly intentId: string;
}

/** What a form said that could not be kept: all of it, to be shown again. */
export interface SentWishes {
  readonly topics: readonly string[];
  readonly channels: readonly string[];
  readonly most: string;
  readonly quiet: { readonly from: string; readonly to: string; readonly timeZone: string };
}

/** The choice of a list that means no quiet hours. */
export const NO_QUIET = 'none';

export const wishesPath = (company: string): string => `/me/preferences/${company}`;
