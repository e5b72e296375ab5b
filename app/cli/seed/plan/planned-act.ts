import type { PreferenceChange } from '#app/core/preference/set-preference.ts';
import type { Channel } from '#schema/channel.ts';
import type { FieldId, FieldValue } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { InteractionKind } from '#schema/interaction.ts';
import type { ReleaseKind } from '#schema/purpose.ts';
import type { RequestKind } from '#schema/request.ts';
import type { CompanySlug } from '../content/companies.ts';
import type { ContactAct } from './contact-act.ts';

/**
 * One thing that somebody did, as data: whoever replays it acts through the
 * core. Acts come in order of `at`; acts of one person with the same `at` are
 * adjacent and in the order in which they must be done. Names are slugs:
 * `person` of a PlannedPerson, `staff` of a PlannedStaff, `purpose` within its
 * company, `version` counts a purpose's versions from 1.
 */
export type PlannedAct =
  | PortalAct
  | AccountAct
  | DecisionAct
  | PreferenceAct
  | StaffAct
  | LeaveAct
  | DialogueAct
  | BringAct
  | RequestAct
  | ContactAct;

interface Dated {
  readonly at: Instant;
}

interface ByPerson extends Dated {
  readonly person: string;
}

interface OnPurpose extends ByPerson {
  readonly company: CompanySlug;
  readonly purpose: string;
}

interface OnField extends Dated {
  readonly staff: string;
  readonly company: CompanySlug;
  readonly field: string;
}

/** Set-up, all by the owner; everything first comes before the first customer. */
export type PortalAct =
  | (Dated & {
      readonly kind: 'release-notice';
      readonly company: CompanySlug | null;
      readonly version: number;
    })
  | (Dated & {
      readonly kind: 'release';
      readonly company: CompanySlug;
      readonly purpose: string;
      readonly version: number;
      readonly releaseKind: ReleaseKind;
      /** With a `change`: until when grants of earlier versions keep their old scope. */
      readonly oldScopeUntil: Instant | null;
    })
  | (Dated & {
      readonly kind: 'save-segment';
      readonly staff: string;
      readonly company: CompanySlug;
      readonly segment: string;
    })
  /** A field of the company's own: proposed by its marketer, released by its owner. */
  | (OnField & { readonly kind: 'define-field' })
  | (OnField & { readonly kind: 'release-field' });

export type Values = Readonly<Partial<Record<FieldId, FieldValue>>>;

/** How somebody began: on the portal, or by the QR code at a company's till. */
export type AccountAct =
  /**
   * An account with the person's e-mail and language, not yet confirmed. With `join`, the connect, profile,
   * grant and refuse acts that follow at the same instant belong to the same form of that company.
   */
  | (ByPerson & { readonly kind: 'register'; readonly via: 'web' | 'join' })
  /** The button of the confirmation mail: from here on what was `pending` is granted. */
  | (ByPerson & { readonly kind: 'confirm' })
  | (ByPerson & {
      readonly kind: 'connect';
      readonly company: CompanySlug;
      readonly via: 'join' | 'directory';
      /** The company's own number for this customer, if it has one; unique within the company. */
      readonly customerNumber: string | null;
    })
  /** Values entered or replaced; never derived fields, never the e-mail address. */
  | (ByPerson & { readonly kind: 'profile'; readonly values: Values; readonly source: 'customer' | 'join' })
  /** The code sent to the number in `mobile` was typed: SMS and phone count from here on. */
  | (ByPerson & { readonly kind: 'verify'; readonly channels: readonly Channel[] });

/** How a no reached the company. The last three were written down by staff. */
export type NoMethod = 'web' | 'join' | 'letter' | 'phone' | 'till';

interface Yes extends OnPurpose {
  /** Always the version in force at `at`. */
  readonly version: number;
  readonly fields: readonly FieldId[];
  readonly channels: readonly Channel[];
}

interface No extends OnPurpose {
  readonly method: NoMethod;
  /** Who wrote it down; null with `web` and `join`. */
  readonly staff: string | null;
  /** "Brief vom 3. Mai": where it is to be found; null with `web` and `join`. */
  readonly source: string | null;
}

export type DecisionAct =
  /** A yes; also the new yes to a newer version while an older grant runs. Pending if the person is not yet confirmed. */
  | (Yes & { readonly kind: 'grant'; readonly method: 'web' | 'join' })
  /** Other fields or channels for a running grant of the version in force. */
  | (Yes & { readonly kind: 'change' })
  /** `refuse`: to what was never decided. `withdraw`: to a running grant. `object`: to a purpose with an objection right. */
  | (No & { readonly kind: 'refuse' | 'withdraw' | 'object' })
  /** Takes back the person's own latest decision on this purpose, made on the web at most ten minutes before. */
  | (OnPurpose & {
      readonly kind: 'undo';
      readonly undoes: 'grant' | 'change' | 'refuse' | 'withdraw' | 'object';
    });

/** `company` null: the default for all companies. */
export type PreferenceAct =
  | (ByPerson & { readonly kind: 'pause'; readonly company: CompanySlug | null; readonly until: Instant })
  | (ByPerson & { readonly kind: 'resume'; readonly company: CompanySlug | null })
  /** The whole list of what is off now; null only in an override: as in the default. */
  | (ByPerson & {
      readonly kind: 'channels-off';
      readonly company: CompanySlug | null;
      readonly channels: readonly Channel[] | null;
    })
  /** About what not, how often at most, when not: only what is said changes. */
  | (ByPerson & {
      readonly kind: 'wish';
      readonly company: CompanySlug | null;
      readonly wishes: Pick<PreferenceChange, 'topicsOff' | 'mostPerWeek' | 'quietHours'>;
    })
  /** GDPR Art. 18, on (`true`) or lifted. */
  | (ByPerson & { readonly kind: 'restrict'; readonly company: CompanySlug; readonly restricted: boolean });

interface ByStaff extends Dated {
  readonly staff: string;
  readonly company: CompanySlug;
  readonly purpose: string;
}

export type StaffAct =
  /** First page of everybody permitted, or of a saved segment. */
  | (ByStaff & { readonly kind: 'list'; readonly segment: string | null; readonly reason: string })
  /** One person, who is permitted for this purpose at this instant. */
  | (ByStaff & { readonly kind: 'view'; readonly person: string; readonly reason: string })
  /** Everybody permitted, to a file. */
  | (ByStaff & { readonly kind: 'export'; readonly format: 'csv' | 'ndjson'; readonly reason: string })
  /** One person is asked for one consent that is not given; somebody else answers, or nobody does. */
  | (ByStaff & { readonly kind: 'ask-consent'; readonly person: string; readonly reason: string })
  /** The officer opens one person's proof. */
  | (ByStaff & { readonly kind: 'evidence'; readonly person: string; readonly reason: string });

export type LeaveAct =
  /** Ends the relationship; nothing more happens between the two. */
  | (ByPerson & { readonly kind: 'end'; readonly company: CompanySlug })
  /** Somebody of the company confirms what waits, but for what came in the last two days. */
  | (Dated & {
      readonly kind: 'confirm-recalls';
      readonly staff: string;
      readonly company: CompanySlug;
      readonly note: string;
    });

interface InTalk extends ByPerson {
  readonly company: CompanySlug;
}

/** What the two sides say to each other; a conversation is known by its title. */
export type DialogueAct =
  | (InTalk & {
      readonly kind: 'ask';
      readonly concern: 'need' | 'question' | 'disagreement';
      readonly title: string;
      readonly text: string;
      readonly wishedInDays: number | null;
      /** The company's latest look at this person, or its latest entry about them. */
      readonly about: 'last-look' | 'last-entry' | null;
    })
  | (InTalk & {
      readonly kind: 'answer';
      readonly staff: string;
      readonly title: string;
      readonly text: string;
      readonly picture?: 'map';
    })
  /** The customer opens the conversation: what stands in it is new no more. */
  | (InTalk & { readonly kind: 'open-talk'; readonly title: string })
  /** The officer, after fourteen days without an answer. */
  | (InTalk & { readonly kind: 'call'; readonly title: string })
  /** The company begins, for a purpose that allows a word in the portal. */
  | (InTalk & {
      readonly kind: 'write-first';
      readonly staff: string;
      readonly purpose: string;
      readonly title: string;
      readonly text: string;
      readonly picture?: 'bars';
    })
  /** Of a person whom staff may see for the purpose. */
  | (InTalk & {
      readonly kind: 'record';
      readonly staff: string;
      readonly purpose: string;
      readonly entry: InteractionKind;
      readonly text: string;
    })
  /** The yearly look: it shall stay as it is. */
  | (InTalk & { readonly kind: 'keep' })
  | (ByPerson & { readonly kind: 'want-yearly' });
interface OnRequest extends Dated {
  readonly company: CompanySlug;
  /** Names the request for the steps that follow. */
  readonly ref: string;
  readonly text: string;
}

export type RequestAct =
  | (OnRequest & { readonly kind: 'request'; readonly person: string; readonly right: RequestKind })
  /** Of somebody who is not in the portal, written down by the officer on the day it arrived. */
  | (OnRequest & {
      readonly kind: 'request-letter';
      readonly staff: string;
      readonly right: RequestKind;
      /** ISO day. */
      readonly arrivedOn: string;
      readonly name: string;
      readonly contact: string;
    })
  | (OnRequest & {
      readonly kind: 'request-step';
      readonly staff: string;
      readonly as: 'note' | 'done' | 'held';
    });

/** Entries of another portal's log, out of a file. */
export type BringAct = ByPerson & { readonly kind: 'bring-along' };
