import type { ConsentChoice, ConsentEventKind, ConsentStanding } from '#schema/consent.ts';
import { UNDO_WINDOW_MS } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { PurposeVersionId } from '#schema/ids.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import type { PurposeVersion } from '../purpose/purpose.ts';
import { addMonths } from '../shared/calendar.ts';
import type { UndoPoint } from './consent.ts';
import { ConsentError } from './consent-error.ts';

/** What someone wants to happen to one answer. */
export type ConsentDecision =
  | {
      readonly type: 'yes';
      readonly versionId: PurposeVersionId;
      readonly choice: ConsentChoice;
      readonly confirmed: boolean;
    }
  /** One optional field less. Taking away needs no new text and moves no term. */
  | { readonly type: 'narrow'; readonly without: FieldId }
  | { readonly type: 'no' }
  | { readonly type: 'undo' }
  | { readonly type: 'expire' };

export interface ConsentCase {
  readonly basis: LegalBasis;
  /** The version that is asked for now. */
  readonly current: PurposeVersion;
  readonly standing: ConsentStanding;
  readonly noSince: Instant | null;
  readonly previous: UndoPoint | null;
  readonly at: Instant;
}

export interface ConsentOutcome {
  readonly kind: ConsentEventKind;
  readonly standing: ConsentStanding;
  readonly noSince: Instant | null;
}

export function undecided(basis: LegalBasis): ConsentStanding {
  return {
    state: basis === 'objection' ? 'open' : 'undecided',
    versionId: null,
    fields: [],
    channels: [],
    decidedAt: null,
    expiresAt: null,
  };
}

/**
 * The rules of one answer, pure. Undefined: it already stands so, no event.
 * Taking back is never refused; a yes is refused when it does not fit the text
 * that is asked for now.
 *
 * @throws ConsentError
 */
export function decideConsent(situation: ConsentCase, decision: ConsentDecision): ConsentOutcome | undefined {
  if (situation.basis === 'contract' || situation.basis === 'legal-duty')
    throw new ConsentError('purpose-has-no-choice');
  switch (decision.type) {
    case 'yes':
      return situation.basis === 'objection' ? reopen(situation) : grant(situation, decision);
    case 'narrow':
      return narrow(situation, decision.without);
    case 'no':
      return sayNo(situation);
    case 'undo':
      return undo(situation);
    case 'expire':
      return expire(situation);
  }
}

function grant(
  { current, standing, at }: ConsentCase,
  { versionId, choice, confirmed }: Extract<ConsentDecision, { type: 'yes' }>,
): ConsentOutcome | undefined {
  if (versionId !== current.id) throw new ConsentError('version-outdated');
  const { fields, channels } = fittingChoice(current, choice);
  const state = confirmed ? 'granted' : 'pending';
  const expiresAt = termEnd({ current, standing, at }, choice.months);
  const same =
    standing.state === state &&
    standing.versionId === versionId &&
    !isOver(standing, at) &&
    equalSets(standing.fields, fields) &&
    equalSets(standing.channels, channels) &&
    (choice.months === undefined || sameDay(standing.expiresAt, expiresAt));
  if (same) return undefined;
  const running = standing.state === 'granted' && standing.versionId === versionId && !isOver(standing, at);
  return {
    kind: state === 'pending' ? 'pending' : running ? 'changed' : 'granted',
    noSince: null,
    standing: {
      state,
      versionId,
      fields,
      channels,
      decidedAt: at,
      expiresAt,
    },
  };
}

/**
 * When a yes ends: after the term of the text, or earlier where the customer
 * said so. While only fields or channels are changed, a running yes keeps its
 * end: who gives less must not find it prolonged. Longer only if chosen. One
 * that waited for its address begins with the confirmation, unless it was cut
 * shorter than its text.
 */
function termEnd(
  { current, standing, at }: Pick<ConsentCase, 'current' | 'standing' | 'at'>,
  months: number | undefined,
): Instant | null {
  const { validityMonths } = current.content;
  if (months !== undefined) return addMonths(at, Math.min(months, validityMonths ?? months));
  const runs = standing.state === 'granted' || standing.state === 'pending';
  const sameTerm = standing.versionId === current.id || current.kind === 'correction';
  const after = (from: Instant) => (validityMonths === null ? null : addMonths(from, validityMonths));
  if (runs && sameTerm && standing.decidedAt && standing.expiresAt && standing.expiresAt > at) {
    const full = after(standing.decidedAt);
    const cut = full === null || standing.expiresAt < full;
    // The correction may be one of a text that was never answered and has a shorter term.
    if (standing.state === 'granted' || cut) return earlier(standing.expiresAt, after(at));
  }
  return after(at);
}

function earlier(one: Instant, other: Instant | null): Instant {
  return other !== null && other < one ? other : one;
}

function sameDay(one: Instant | null, other: Instant | null): boolean {
  return one?.slice(0, 10) === other?.slice(0, 10);
}

/** The choice in the version's own order; all required fields, nothing that was not asked for. */
function fittingChoice({ content }: PurposeVersion, choice: ConsentChoice): ConsentChoice {
  const asked = content.fields.map(({ field }) => field);
  for (const field of choice.fields)
    if (!asked.includes(field)) throw new ConsentError('field-not-asked', { field });
  for (const { field, required } of content.fields) {
    if (required && !choice.fields.includes(field))
      throw new ConsentError('required-field-missing', { field });
  }
  for (const channel of choice.channels) {
    if (!content.channels.includes(channel)) throw new ConsentError('channel-not-asked', { channel });
  }
  if (content.channels.length > 0 && choice.channels.length === 0) throw new ConsentError('channel-missing');
  return {
    fields: asked.filter((field) => choice.fields.includes(field)),
    channels: content.channels.filter((channel) => choice.channels.includes(channel)),
  };
}

/** Whether the field is needed is the caller's to know: then it is a no and nothing less. */
function narrow({ standing, at }: ConsentCase, without: FieldId): ConsentOutcome | undefined {
  const runs = standing.state === 'granted' && !isOver(standing, at);
  if (!runs || !standing.fields.includes(without)) return undefined;
  const fields = standing.fields.filter((field) => field !== without);
  return { kind: 'changed', noSince: null, standing: { ...standing, fields, decidedAt: at } };
}

function reopen({ standing, at }: ConsentCase): ConsentOutcome | undefined {
  if (standing.state === 'open') return undefined;
  return { kind: 'granted', noSince: null, standing: { ...undecided('objection'), decidedAt: at } };
}

function sayNo({ basis, standing, noSince, at }: ConsentCase): ConsentOutcome | undefined {
  const ended = (kind: 'refused' | 'withdrawn' | 'objected'): ConsentOutcome => ({
    kind,
    noSince: noSince ?? at,
    standing: {
      state: kind,
      versionId: standing.versionId,
      fields: [],
      channels: [],
      decidedAt: at,
      expiresAt: null,
    },
  });
  if (basis === 'objection') return standing.state === 'objected' ? undefined : ended('objected');
  if (standing.state === 'granted') return ended('withdrawn');
  return standing.state === 'refused' || standing.state === 'withdrawn' ? undefined : ended('refused');
}

function undo({ standing, previous, at }: ConsentCase): ConsentOutcome {
  if (!previous || !standing.decidedAt) throw new ConsentError('nothing-to-undo');
  if (msOf(at) - msOf(standing.decidedAt) > UNDO_WINDOW_MS) throw new ConsentError('undo-too-late');
  return { kind: 'undone', standing: previous.standing, noSince: previous.noSince };
}

function expire({ standing, at }: ConsentCase): ConsentOutcome {
  if (standing.state !== 'granted' || !isOver(standing, at)) throw new ConsentError('not-expired');
  return {
    kind: 'expired',
    noSince: null,
    standing: {
      state: 'expired',
      versionId: standing.versionId,
      fields: [],
      channels: [],
      decidedAt: at,
      expiresAt: standing.expiresAt,
    },
  };
}

/** A term ends at its instant, not when a job gets round to writing it down. */
export function isOver(standing: ConsentStanding, at: Instant): boolean {
  return standing.expiresAt !== null && standing.expiresAt <= at;
}

function equalSets(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
