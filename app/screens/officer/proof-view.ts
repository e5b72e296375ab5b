import type { QuestionAsOf } from '#app/core/consent-request/questions-as-of.ts';
import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import type { Message } from '#app/i18n/message.ts';
import type { Channel } from '#schema/channel.ts';
import type { CompanyProfile } from '#schema/company.ts';
import type { Actor, ConsentStanding, ConsentState, DecisionMethod } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language, LocalizedText } from '#schema/language.ts';
import type { LedgerKind } from '#schema/ledger.ts';
import type { PermissionReason } from '#schema/permission.ts';
import type { Preference } from '#schema/preference.ts';
import type { LegalBasis } from '#schema/purpose.ts';

/** A person, and the proof when one is open. */
export interface PersonView {
  readonly subject: SubjectId;
  readonly since: Instant;
  readonly endedAt: Instant | null;
  readonly entries: number;
  readonly proof: ProofView | null;
  /** The address names a proof that is closed again, or none. */
  readonly closed: boolean;
  readonly intentId: string;
}

export interface ProofForm {
  readonly reason: string;
  readonly identity: string;
  /** ISO date on the portal's clock; empty: now. */
  readonly asOf: string;
  readonly texts: boolean;
}

/** What is missing for opening. */
export interface ProofProblem {
  readonly errors: Readonly<Partial<Record<'reason' | 'identity' | 'asOf', Message>>>;
  readonly typed: ProofForm;
}

/** How one purpose stood. */
export interface StandLine {
  readonly title: LocalizedText;
  readonly basis: LegalBasis;
  readonly standing: ConsentStanding;
  /** The version of a running grant, else the one that was asked for. */
  readonly version: number;
  readonly allowed: boolean;
  readonly reason: PermissionReason;
  readonly fields: readonly FieldId[];
  readonly channels: readonly Channel[];
}

export type LaneTone = 'yes' | 'no' | 'wait' | 'none';

export interface Lane {
  readonly title: LocalizedText;
  readonly segments: readonly {
    readonly from: Instant;
    readonly to: Instant;
    readonly state: ConsentState;
    readonly tone: LaneTone;
  }[];
  readonly events: readonly Instant[];
}

export interface ProofEvent {
  readonly index: number;
  readonly at: Instant;
  readonly kind: LedgerKind;
  readonly title: LocalizedText;
  readonly version: number;
  readonly standing: ConsentStanding;
  /** Numbers in the lists of texts and of evidence. */
  readonly text: number | null;
  readonly evidence: readonly number[];
  readonly method: DecisionMethod;
  readonly actor: Actor;
  readonly source: string;
  readonly gpc: boolean;
}

export interface ProofText {
  readonly number: number;
  readonly title: LocalizedText;
  readonly version: number;
  readonly language: Language;
  readonly releasedAt: Instant;
  readonly textHash: string;
  /** Only when the words were asked for. */
  readonly card: PurposeCardText | null;
}

export interface ProofQuestion extends Omit<QuestionAsOf, 'purposeId'> {
  readonly title: LocalizedText;
}

export interface ProofView {
  readonly company: Pick<CompanyProfile, 'legalName' | 'address' | 'jurisdiction'>;
  readonly officer: { readonly name: string; readonly pseudonym: string };
  readonly reference: { readonly origin: string; readonly index: number };
  readonly createdAt: Instant;
  /** Until then the page may be loaded again. */
  readonly closesAt: Instant;
  readonly reason: string;
  readonly subject: SubjectId;
  readonly customerNumber: string | null;
  /** What the officer typed and what was found to belong to this person. */
  readonly identity: string | null;
  readonly since: Instant;
  readonly endedAt: Instant | null;
  readonly asOf: Instant;
  readonly connected: boolean;
  readonly restricted: boolean;
  readonly pausedUntil: Instant | null;
  /** How the person wished to be addressed; null: nothing was said. */
  readonly preference: Preference | null;
  readonly stands: readonly StandLine[];
  readonly lanes: readonly Lane[];
  readonly events: readonly ProofEvent[];
  /** What the company asked, with what nobody else there is told. */
  readonly questions: readonly ProofQuestion[];
  readonly texts: readonly ProofText[];
  readonly evidence: readonly { readonly number: number; readonly name: string; readonly value: string }[];
  readonly others: readonly { readonly index: number; readonly at: Instant; readonly kind: LedgerKind }[];
  /** Entries after the date of the state. */
  readonly later: number;
  readonly checks: {
    readonly entries: number;
    readonly brokenAt: number | null;
    readonly included: number;
    readonly missing: number;
    readonly waiting: number;
    readonly head: { readonly size: number; readonly signedAt: Instant; readonly note: string } | null;
    readonly log: { readonly whole: boolean; readonly checkedAt: Instant | null };
  };
}
