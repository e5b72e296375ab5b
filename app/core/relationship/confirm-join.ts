import type { CatalogueField } from '#schema/field.ts';
import type { CompanyId, CustomerId, PurposeId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { type JoinAnswer, JoinRequest } from '#schema/join.ts';
import { ConsentError } from '../consent/consent-error.ts';
import { grantInside } from '../consent/grant-consent.ts';
import { sayNoInside } from '../consent/say-no.ts';
import { isOldEnough } from '../customer/age.ts';
import { answerAgeInside } from '../customer/answer-age.ts';
import { confirmAddressWithin, peekConfirmation } from '../customer/confirm-address.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { groupsOf, isCatalogueField } from '../profile/derive-value.ts';
import { type FieldChanges, writeFields } from '../profile/write-fields.ts';
import { refreshFacts } from '../segment/refresh-facts.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import type { OpenedSession, Session } from '../sign-in/session.ts';
import { SignInError } from '../sign-in/sign-in-error.ts';
import { assertOpenLink } from '../sign-in/use-proof.ts';
import { openOwnGroups } from '../vault/doors/read-own.ts';
import { connectInside, newRelationshipId } from './connect-company.ts';

/**
 * Why an answer was not taken over: the text changed or the company no longer
 * asks (`asked-anew`), or the customer said no after sending the form
 * (`no-since`): a mail that lay around never undoes a later no.
 */
export type LeftAnswer = { readonly purposeId: PurposeId; readonly why: 'asked-anew' | 'no-since' };

export interface ConfirmedJoin {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly left: readonly LeftAnswer[];
  readonly opened: OpenedSession;
}

const CUSTOMER = { kind: 'customer', name: '' } as const;

/**
 * The button behind the mail of a join. One act of the sequencer: the address
 * is confirmed, the relationship begins, values are saved, each answer is
 * written. Of parallel presses one writes, the others hear `link-used`.
 *
 * Crash order: the evidence key is durable before anything is sealed under it;
 * when the act fails it opens nothing.
 *
 * @throws SignInError `link-broken`, `link-used`, `link-expired`
 */
export async function confirmJoin(
  core: Core,
  { token, replaces }: { readonly token: string; readonly replaces?: Session | null },
): Promise<ConfirmedJoin> {
  const { state, companyId, pending } = await peekConfirmation(core, token);
  assertOpenLink(state);
  const parsed = JoinRequest.safeParse(pending);
  if (!companyId || !parsed.success) throw new SignInError('link-broken');
  const request = parsed.data;
  const relationshipId = await newRelationshipId(core);
  return core.sequencer.submit(async (act) => {
    const confirmed = await confirmAddressWithin(core, act.tx, { token, replaces }, act.at);
    const { customerId, opened } = confirmed;
    await begin(core, act, { customerId, companyId, relationshipId });
    await takeAge(act, customerId, request);
    const changed = await fillIn(core, act, customerId, request);
    const left: LeftAnswer[] = [];
    for (const answer of request.answers) {
      const why = await takeOver(core, act, { customerId, companyId, request }, answer);
      if (why) left.push({ purposeId: answer.purposeId, why });
    }
    const customer = changed ? await act.tx.customer.find(customerId) : undefined;
    if (customer) await refreshFacts(core, act.tx, customer, act.at);
    return { customerId, companyId, left, opened };
  });
}

async function begin(
  core: Core,
  act: ActContext,
  {
    customerId,
    companyId,
    relationshipId,
  }: {
    readonly customerId: CustomerId;
    readonly companyId: CompanyId;
    readonly relationshipId: RelationshipId;
  },
): Promise<void> {
  const customer = await act.tx.customer.find(customerId);
  if (!customer) throw new NotFoundError();
  const input = { customerId, companyId, source: 'join' };
  await connectInside(core, act, customer, input, relationshipId, CUSTOMER, 'join');
}

/** A first answer counts, and so does "no"; a no that was given before is changed in the account, not by a form. */
async function takeAge(act: ActContext, customerId: CustomerId, { age }: JoinRequest): Promise<void> {
  const customer = age && (await act.tx.customer.find(customerId));
  if (!age || !customer) return;
  const known = isOldEnough(customer.age, age.limit);
  if (known === null || (known && !age.yes)) await answerAgeInside(act, { customerId, ...age });
}

/** Fills what is empty; a value that is already there was entered by the owner of the profile and stays. */
async function fillIn(
  core: Core,
  { tx, at }: ActContext,
  customerId: CustomerId,
  { values }: JoinRequest,
): Promise<boolean> {
  const typed = Object.keys(values).filter(isCatalogueField);
  const own = await openOwnGroups(
    core,
    customerId,
    await tx.profile.sealedGroups([customerId], groupsOf(typed)),
  );
  const changes: FieldChanges = new Map(
    typed
      .filter((field: CatalogueField) => own[field] === undefined)
      .map((field) => [field, values[field]] as const),
  );
  await writeFields(core, tx, customerId, changes, at, 'join');
  return changes.size > 0;
}

async function takeOver(
  core: Core,
  act: ActContext,
  {
    customerId,
    companyId,
    request,
  }: { readonly customerId: CustomerId; readonly companyId: CompanyId; readonly request: JoinRequest },
  { purposeId, versionId, language, answer, fields, channels }: JoinAnswer,
): Promise<LeftAnswer['why'] | undefined> {
  const { tx, at } = act;
  const purpose = await tx.purpose.find(purposeId);
  const current = await tx.purpose.currentVersion(purposeId);
  if (!purpose || purpose.retiredAt || !current) return 'asked-anew';
  const sameText = current.id === versionId;
  const which = { customerId, companyId, purposeId };
  const context = {
    actor: CUSTOMER,
    method: 'join',
    source: request.source,
    language: sameText ? language : null,
    gpc: request.gpc,
    evidence: { 'asked-at': request.askedAt, 'confirmed-at': at },
  } as const;
  if (answer === 'no') {
    await sayNoInside(act, which, context);
    return undefined;
  }
  if (!sameText) return 'asked-anew';
  if (await saidNoSince(tx, which, request.askedAt)) return 'no-since';
  try {
    const choice = { fields, channels };
    await grantInside(core, act, { ...which, versionId, choice }, new Map(), context);
    return undefined;
  } catch (error) {
    // Nothing of a refused grant was written; one answer must not hold up the others.
    if (error instanceof ConsentError) return 'asked-anew';
    throw error;
  }
}

/** Leaving the company was a no to everything, also for whoever is back by the button that comes just now. */
async function saidNoSince(
  tx: Writers,
  { customerId, companyId, purposeId }: Parameters<typeof sayNoInside>[1],
  askedAt: Instant,
): Promise<boolean> {
  for (const relationship of await tx.relationship.allOfCustomer(customerId)) {
    if (relationship.companyId !== companyId) continue;
    const noSince = (await tx.consent.find(relationship.id, purposeId))?.noSince ?? null;
    const { endedAt } = relationship;
    if ((noSince !== null && noSince > askedAt) || (endedAt !== null && endedAt > askedAt)) return true;
  }
  return false;
}
