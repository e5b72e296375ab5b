import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import type { Message } from '#app/i18n/message.ts';
import type { AgeLimit } from '#schema/age.ts';
import type { Channel } from '#schema/channel.ts';
import type { ConsentState } from '#schema/consent.ts';
import type { FieldId, FieldValue } from '#schema/field.ts';
import type { PurposeVersionId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Topic } from '#schema/topic.ts';
import type { CompanyName, PurposeLine, SilentWay } from './view.ts';

/** A field that the version asks for, with the customer's own value. */
export interface AskedField {
  readonly field: FieldId;
  readonly required: boolean;
  readonly value: FieldValue | null;
}

/** What an act on this page did, read from what is stored now. */
export interface DecisionFlash {
  readonly from: ConsentState;
  readonly to: ConsentState;
  readonly at: Instant;
  /** Ledger index: the reference. */
  readonly index: number;
  readonly undone: boolean;
  /** Of a yes that was changed: what fell away and what came to it. */
  readonly dropped: readonly FieldId[];
  readonly added: readonly FieldId[];
}

/** The grant was given to an earlier text that asked for something else. */
export interface OldScope {
  readonly until: Instant | null;
  /** Whether that text's end has come. */
  readonly over: boolean;
  /** What the new text asks for beyond the old one. */
  readonly newFields: readonly FieldId[];
  readonly newChannels: readonly Channel[];
  readonly newTopics: readonly Topic[];
  /** By name. */
  readonly newRecipients: readonly string[];
  readonly newProfiling: boolean;
  /** Only where it differs; without months: until taken back. */
  readonly newTerm: { readonly months: number | null } | null;
}

/** How long a yes holds. */
export interface PurposeTerm {
  /** As the text says; null: until taken back. */
  readonly months: number | null;
  /** The running yes ends then; a change keeps that end unless another is chosen. */
  readonly runsUntil: Instant | null;
}

export interface PurposeView {
  readonly company: CompanyName;
  readonly connected: boolean;
  readonly manyCompanies: boolean;
  readonly line: PurposeLine;
  readonly retired: boolean;
  /** The version that is asked for now, in every language it exists in. */
  readonly cards: readonly PurposeCardText[];
  readonly versionId: PurposeVersionId;
  readonly releasedAt: Instant;
  readonly oldScope: OldScope | null;
  readonly asked: readonly AskedField[];
  /** Fields to be filled in with a yes, because the profile does not have them. */
  readonly missing: readonly FieldId[];
  readonly channels: readonly Channel[];
  readonly term: PurposeTerm;
  /** Whether somebody is old enough for a yes here; null where nobody needs to say so. */
  readonly age: { readonly limit: AgeLimit; readonly answer: boolean | null } | null;
  /** Ways on which nothing comes at the moment. */
  readonly silent: readonly SilentWay[];
  /** The ways that the yes names, also those that lead nowhere now. */
  readonly chosenChannels: readonly Channel[];
  /** Since when a running yes has held, where its last change came later. */
  readonly yesSince: Instant | null;
  /** Topics of this purpose that the customer switched off, and whether any is left. */
  readonly topicsOff: { readonly topics: readonly Topic[]; readonly all: boolean } | null;
  /** Ledger index of the latest decision: where its text can be read. */
  readonly lastIndex: number | null;
  readonly undo: { readonly index: number; readonly until: Instant } | null;
  readonly flash: DecisionFlash | 'same' | null;
  /** The browser sends Sec-GPC: 1. */
  readonly gpc: boolean;
  readonly intentId: string;
}

/** A form that came back: what was sent, and what to mend. */
export interface SentDecision {
  readonly fields: readonly string[];
  readonly channels: readonly string[];
  readonly months: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly { readonly id: string; readonly message: Message }[];
  /** What no single input can mend. */
  readonly problem: Message | null;
}

/** Runs for an earlier text, or ran until that text's end. */
export function needsNewYes({ line, oldScope }: PurposeView): boolean {
  return line.state === 'granted' && oldScope !== null;
}

/** Whether the page has the form that answers; without it there is nothing to fill in. */
export function asksNow(view: PurposeView): boolean {
  const { connected, retired, line } = view;
  const runs = line.state === 'granted' || line.state === 'open' || line.state === 'pending';
  return connected && !retired && line.basis === 'consent' && (!runs || needsNewYes(view));
}
