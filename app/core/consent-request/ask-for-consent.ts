import { QuestionText } from '#schema/consent-request.ts';
import { ConsentRequestId, type PurposeId, type SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { findPermission } from '../permission/find-permission.ts';
import type { Purpose } from '../purpose/purpose.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMonths } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import { consentRequestPlace, evidenceKeyId } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import { type ConsentRequest, questionEnd } from './consent-request.ts';
import { ConsentRequestError } from './consent-request-error.ts';
import { decideAsking } from './decide-asking.ts';
import { draftQuestionMail } from './draft-question-mail.ts';

export interface AskInput {
  readonly staff: Staff;
  readonly subject: SubjectId;
  readonly purposeId: PurposeId;
  readonly text: QuestionText;
  /** The form that was sent: the same one again asks nothing. */
  readonly intent?: Intent | undefined;
}

type AskCore = Pick<Core, 'sequencer' | 'keys' | 'world'>;

/**
 * A marketer asks one connected customer for one consent. The question waits in
 * the customer's portal; a mail about it goes only to somebody whom the company
 * may e-mail anyway, because asking is advertising. What holds a question back
 * is not told: the answer is the same as for one that arrived.
 *
 * @throws NotFoundError for another company's person or purpose, and for one without a choice
 * @throws ConsentRequestError for what the company knows itself
 */
export async function askForConsent(core: AskCore, input: AskInput): Promise<void> {
  const reason = input.text.reason.trim();
  if (reason === '') throw new ConsentRequestError('reason-empty');
  const text = QuestionText.parse({ ...input.text, reason });
  return core.sequencer.submit((act) => askInside(core, act, { ...input, text }));
}

async function askInside(core: AskCore, act: ActContext, input: AskInput): Promise<void> {
  const { tx, at } = act;
  const { staff, intent, text } = input;
  if (!staff.companyId || !staff.roles.includes('marketer')) throw new NotFoundError();
  const relationship = await tx.relationship.findBySubject(staff.companyId, input.subject);
  const purpose = await tx.purpose.find(input.purposeId);
  const version = purpose && (await tx.purpose.currentVersion(purpose.id));
  const askable = purpose?.companyId === staff.companyId && purpose.basis === 'consent' && !purpose.retiredAt;
  if (!relationship || relationship.endedAt || !purpose || !version || !askable) throw new NotFoundError();
  const optional = version.content.fields.filter(({ required }) => !required).map(({ field }) => field);
  if (text.fields.some((field) => !optional.includes(field)))
    throw new ConsentRequestError('field-not-optional');
  if (intent && (await wasDone(tx.idempotency, intent))) return;
  if (intent) await tx.idempotency.insert({ ...intent, outcome: 'asked' }, at);

  const asking = decideAsking(await readCase(act, relationship, purpose));
  if (asking.outcome === 'refuse') throw new ConsentRequestError(asking.code);
  const id = ConsentRequestId.parse(core.world.newId());
  const key = await core.keys.get(evidenceKeyId(relationship.id));
  const request: ConsentRequest = {
    id,
    relationshipId: relationship.id,
    customerId: relationship.customerId,
    companyId: relationship.companyId,
    purposeId: purpose.id,
    askedBy: staff.pseudonym,
    askedAt: at,
    expiresAt: questionEnd(at),
    heldBack: asking.outcome === 'hold' ? asking.cause : null,
    laterUntil: null,
    answer: null,
    sealed: sealJson(key, consentRequestPlace(id), text),
  };
  await tx.consentRequest.insert(request);
  if (asking.outcome !== 'ask') return;
  const mail = await draftQuestionMail(core, tx, relationship, id, at);
  if (mail) await tx.job.insert(mail, at);
}

async function readCase({ tx, at }: ActContext, relationship: Relationship, purpose: Purpose) {
  const { customerId, companyId, pausedUntil } = relationship;
  const all = await tx.consentRequest.between(customerId, companyId, addMonths(at, -12));
  const mine = all.filter(({ relationshipId }) => relationshipId === relationship.id);
  const stops = await tx.consentRequest.stops(customerId);
  return {
    at,
    permission: await findPermission(tx, relationship, purpose, at),
    noSince: await latestNo(tx, relationship, purpose),
    stopped: stops.some((stop) => stop.companyId === companyId),
    paused: pausedUntil !== null && pausedUntil > at,
    asked: mine,
    askedEarlier: all.filter((request) => !mine.includes(request)),
    purposeId: purpose.id,
  };
}

/** A no outlives leaving and coming back, whatever new number the person has. */
async function latestNo(
  tx: ActContext['tx'],
  { customerId, companyId }: Relationship,
  purpose: Purpose,
): Promise<Instant | null> {
  let latest: Instant | null = null;
  for (const relationship of await tx.relationship.allOfCustomer(customerId)) {
    if (relationship.companyId !== companyId) continue;
    const noSince = (await tx.consent.find(relationship.id, purpose.id))?.noSince ?? null;
    if (noSince !== null && (latest === null || noSince > latest)) latest = noSince;
  }
  return latest;
}
