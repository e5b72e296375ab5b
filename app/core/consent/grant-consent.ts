import type { ConsentChoice } from '#schema/consent.ts';
import type { CompanyId, CustomerId, PurposeId, PurposeVersionId } from '#schema/ids.ts';
import { ageLimitIn, isOldEnough } from '../customer/age.ts';
import { answerAgeInside } from '../customer/answer-age.ts';
import type { Customer } from '../customer/customer.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { groupsOf, profileValue } from '../profile/derive-value.ts';
import { parseDefined, parseFields, type RawFields, splitFields } from '../profile/save-fields.ts';
import { type FieldChanges, writeFields } from '../profile/write-fields.ts';
import { refreshFacts } from '../segment/refresh-facts.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { openOwnGroups } from '../vault/doors/read-own.ts';
import { type AppliedDecision, applyDecision, type DecisionContext, movesFacts } from './apply-decision.ts';
import { ConsentError } from './consent-error.ts';
import { findCase } from './find-case.ts';
import { recallAfter } from './recall-after.ts';

export interface GrantInput {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  /** The version whose text was read; a newer one in the meantime refuses the yes. */
  readonly versionId: PurposeVersionId;
  readonly choice: ConsentChoice;
  /** Answer to "old enough?", asked in the same step with the first yes. A no is no yes: see `answerAge`. */
  readonly oldEnough?: true | undefined;
  /** Values asked for in the same step, raw. */
  readonly values?: RawFields;
}

/** A yes to one purpose. Values given in the same step are saved with it or not at all. */
export async function grantConsent(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: GrantInput,
  context: DecisionContext,
): Promise<AppliedDecision> {
  const { known, defined } = splitFields(input.values ?? {});
  const today = core.world.now().slice(0, 10);
  const changes = parseFields(known, today);
  return core.sequencer.submit(async (act) => {
    const all = new Map([...changes, ...(await parseDefined(act.tx, defined, today))]);
    return grantInside(core, act, input, all, context);
  });
}

/** The same inside a running act, for a join that decides several purposes at once. */
export async function grantInside(
  core: Pick<Core, 'keys'>,
  act: ActContext,
  input: GrantInput,
  changes: FieldChanges,
  context: DecisionContext,
): Promise<AppliedDecision> {
  const { tx, at } = act;
  const customer = await tx.customer.find(input.customerId);
  if (!customer || customer.status === 'left') throw new NotFoundError();
  const { relationship, purpose } = await findCase(tx, input.customerId, input.companyId, input.purposeId);
  const ofAge = purpose.basis === 'consent' ? await requireAge(act, customer, input) : {};
  await writeFields(core, tx, customer.id, changes, at, 'customer');
  if (purpose.basis === 'consent') await requireValues(core, tx, input);
  const applied = await applyDecision(
    act,
    relationship,
    purpose,
    {
      type: 'yes',
      versionId: input.versionId,
      choice: input.choice,
      confirmed: customer.status === 'active',
    },
    { ...context, evidence: { ...ofAge, ...context.evidence } },
  );
  await recallAfter(act, relationship, applied);
  if (changes.size > 0 || movesFacts(applied, at)) {
    await refreshFacts(core, tx, customer, at);
  }
  return applied;
}

/**
 * GDPR Art. 8: a consent needs somebody who has said to be old enough for it.
 *
 * @returns what was said and when, as evidence for the record
 * @throws ConsentError `age-missing`, `under-age`
 */
async function requireAge(
  act: ActContext,
  customer: Customer,
  input: GrantInput,
): Promise<Record<string, string>> {
  const company = await act.tx.company.find(input.companyId);
  const limit = company && ageLimitIn(company.profile.jurisdiction);
  if (!limit) return {};
  let { age } = customer;
  // Only who was never asked answers in passing: a no is changed where it was said, not by the next yes.
  if (isOldEnough(age, limit) === null && input.oldEnough) {
    age = await answerAgeInside(act, { customerId: customer.id, limit, yes: true });
  }
  const answer = isOldEnough(age, limit);
  if (answer === null) throw new ConsentError('age-missing');
  if (!answer) throw new ConsentError('under-age');
  return { [limit === 16 ? 'sixteen-or-older' : 'fourteen-or-older']: age.answeredAt ?? '' };
}

/** A yes that needs a value which the profile does not have asks for it in the same step. */
async function requireValues(core: Pick<Core, 'keys'>, tx: Writers, input: GrantInput): Promise<void> {
  const current = await tx.purpose.currentVersion(input.purposeId);
  // An older text is refused in a moment, whatever it asked for.
  if (current?.id !== input.versionId) return;
  const required = current.content.fields.filter(({ required }) => required).map(({ field }) => field);
  const entries = await openOwnGroups(
    core,
    input.customerId,
    await tx.profile.sealedGroups([input.customerId], groupsOf(required)),
  );
  for (const field of required) {
    if (profileValue(field, entries) === undefined) throw new ConsentError('value-missing', { field });
  }
}
