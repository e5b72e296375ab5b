import { type Actor, ConsentEventKind, type DecisionMethod } from '#schema/consent.ts';
import { factMask } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Purpose } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Consent } from './consent.ts';
import { type ConsentDecision, decideConsent, isOver, undecided } from './decide-consent.ts';

/** How a decision came about: what the record must be able to show later. */
export interface DecisionContext {
  readonly actor: Actor;
  readonly method: DecisionMethod;
  /** Path of the page, name of the till list, number of the letter. */
  readonly source: string;
  /** Language in which the purpose's card was shown; null when no card was shown (letter, phone, job). */
  readonly language: Language | null;
  readonly gpc?: boolean;
  /** More evidence than the confirmed address, e.g. the mail that was confirmed. */
  readonly evidence?: Readonly<Record<string, string>>;
  /** The form this came from: sent twice, or again after a later decision, it changes nothing. */
  readonly intent?: Intent;
}

export interface AppliedDecision {
  readonly consent: Consent;
  /** Ledger index of the new event; null when it already stood so. */
  readonly index: number | null;
  readonly before: Consent | undefined;
}

/**
 * One decision on one purpose inside the sequencer's transaction: reads the
 * standing again, decides, appends the event and saves the cache. Only the
 * customer's own web decisions can be undone.
 */
export async function applyDecision(
  { tx, at, append }: ActContext,
  relationship: Relationship,
  purpose: Purpose,
  decision: ConsentDecision,
  context: DecisionContext,
): Promise<AppliedDecision> {
  const current = await tx.purpose.currentVersion(purpose.id);
  if (!current) throw new NotFoundError();
  const before = await tx.consent.find(relationship.id, purpose.id);
  const { intent } = context;
  if (intent && (await wasDone(tx.idempotency, intent))) {
    return { consent: before ?? freshConsent(relationship, purpose), index: null, before };
  }
  const standing = before?.standing ?? undecided(purpose.basis);
  const outcome = decideConsent(
    {
      basis: purpose.basis,
      current,
      standing,
      noSince: before?.noSince ?? null,
      previous: before?.previous ?? null,
      at,
    },
    decision,
  );
  if (intent) await tx.idempotency.insert({ ...intent, outcome: outcome?.kind ?? '' }, at);
  if (!outcome) {
    if (before && purpose.basis === 'consent') {
      // Said once more to a question: nothing new, but answered.
      await settleQuestion(tx, before, before, 'unchanged', at);
    }
    const unchanged = before ?? freshConsent(relationship, purpose);
    return { consent: unchanged, index: null, before };
  }

  const { versionId } = outcome.standing;
  const answered = versionId && versionId !== current.id ? await tx.purpose.version(versionId) : current;
  const version = answered ?? current;
  const { language } = context;
  const textHash = language && (await tx.purpose.cardHash(current.id, language));
  const noticeVersion = language && (await tx.company.currentNoticeVersion(relationship.companyId, language));
  const verifications = await tx.customer.verifications(relationship.customerId);
  const email = verifications.find(({ channel }) => channel === 'email');
  const index = append({
    companyId: relationship.companyId,
    relationship,
    purposeId: purpose.id,
    versionId: version.id,
    method: context.method,
    channel: outcome.standing.channels.length === 1 ? (outcome.standing.channels[0] ?? null) : null,
    body: {
      kind: outcome.kind,
      purpose: purpose.id,
      version: version.version,
      standing: outcome.standing,
      textHash: textHash ?? null,
      language: textHash ? language : null,
      noticeVersion: noticeVersion ?? null,
      actor: context.actor,
      method: context.method,
      source: context.source,
      evidence: { ...(email ? { 'address-confirmed': email.how } : {}), ...context.evidence },
      supersedes: before && before.lastIndex >= 0 ? before.lastIndex : null,
      gpc: context.gpc ?? false,
    },
  });
  const undoable =
    context.actor.kind === 'customer' && outcome.kind !== 'undone' && outcome.kind !== 'pending';
  const consent: Consent = {
    ...freshConsent(relationship, purpose),
    standing: outcome.standing,
    noSince: outcome.noSince,
    lastIndex: index,
    previous: undoable ? { standing, noSince: before?.noSince ?? null } : null,
  };
  await tx.consent.save(consent);
  if (purpose.basis === 'consent') await settleQuestion(tx, consent, before, outcome.kind, at);
  return { consent, index, before };
}

/** A decision answers the company's open question, wherever it was taken; taken back, the question is open again. */
async function settleQuestion(
  { consentRequest }: ActContext['tx'],
  { relationshipId, purposeId, lastIndex, standing }: Consent,
  before: Consent | undefined,
  kind: ConsentEventKind | 'unchanged',
  at: Instant,
): Promise<void> {
  if (kind === 'undone') {
    if (before) await consentRequest.reopen(relationshipId, purposeId, before.lastIndex);
    return;
  }
  if (kind === 'expired') return;
  const said = kind === 'unchanged' ? ConsentEventKind.safeParse(standing.state).data : kind;
  if (said) await consentRequest.settle(relationshipId, purposeId, { kind: said, index: lastIndex, at });
}

/**
 * Whether the facts in clear must follow a decision: it opens other fields than
 * before, or the yes before it had ended without anybody writing that down.
 * Then its facts may still stand, or may be gone already.
 */
export function movesFacts({ before, consent }: Omit<AppliedDecision, 'index'>, at: Instant): boolean {
  const opened = factMaskOf(before);
  if (opened !== 0 && before && isOver(before.standing, at)) return true;
  return opened !== (isOver(consent.standing, at) ? 0 : factMaskOf(consent));
}

/** The fact fields of a yes; nothing else opens any. */
function factMaskOf(consent: Consent | undefined): number {
  return consent?.standing.state === 'granted' ? factMask(consent.standing.fields) : 0;
}

function freshConsent(relationship: Relationship, purpose: Purpose): Consent {
  return {
    relationshipId: relationship.id,
    purposeId: purpose.id,
    companyId: relationship.companyId,
    factId: relationship.factId,
    standing: undecided(purpose.basis),
    noSince: null,
    lastIndex: -1,
    previous: null,
  };
}
