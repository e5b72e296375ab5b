import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { CompanyId, CustomerId, PurposeId } from '#schema/ids.ts';
import { findStandings, type PurposeStanding } from '../permission/find-standings.ts';
import { lacksAddress } from '../permission/way-without-address.ts';
import { narrowFacts } from '../segment/refresh-facts.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { wasDone } from '../shared/idempotency-store.ts';
import { type AppliedDecision, applyDecision, type DecisionContext } from './apply-decision.ts';
import { ConsentError } from './consent-error.ts';
import { recallAfter } from './recall-after.ts';

/** What hiding a field from a company does to what runs there. */
export interface HidingPlan {
  /** Go on without the field. */
  readonly narrowed: readonly PurposeStanding[];
  /** Need the field, so they end. */
  readonly ended: readonly PurposeStanding[];
}

/** Pure: by the version that each grant was given to; an objection purpose takes its fields whole. */
export function planHiding(standings: readonly PurposeStanding[], field: FieldId): HidingPlan {
  const using = standings.filter(({ purpose, granted, current, standing }) =>
    purpose.basis === 'objection'
      ? standing.state === 'open' && current.content.fields.some((asked) => asked.field === field)
      : granted !== null && standing.fields.includes(field),
  );
  const goesOn = ({ granted }: PurposeStanding) =>
    granted?.content.fields.some((asked) => asked.field === field && !asked.required) ?? false;
  return { narrowed: using.filter(goesOn), ended: using.filter((one) => !goesOn(one)) };
}

/** Ways of a running yes that lead nowhere once the company does not get this field. */
export function waysClosedBy({ granted, standing }: PurposeStanding, field: FieldId): Channel[] {
  const asked = granted?.content.fields.map((one) => one.field) ?? [];
  const left = standing.fields.filter((given) => given !== field);
  return standing.channels.filter(
    (channel) => lacksAddress(channel, asked, left) && !lacksAddress(channel, asked, standing.fields),
  );
}

export interface HideInput {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
  readonly field: FieldId;
  /** The purposes that the customer was told would end; another one in between refuses. */
  readonly mayEnd: readonly PurposeId[];
}

/**
 * A company no longer sees one field, whatever for: where the purpose can do
 * without it, the grant goes on without it; where it cannot, the purpose ends.
 * What the company has of it already it is told to delete.
 * One commit, an event each, undone like any other.
 *
 * @throws ConsentError `version-outdated` when more would end than was told
 */
export function hideField(
  core: Pick<Core, 'sequencer'>,
  { customerId, companyId, field, mayEnd }: HideInput,
  context: DecisionContext,
): Promise<AppliedDecision[]> {
  // One intent for all of it: each single decision would take the next for a repetition.
  const { intent, ...each } = context;
  return core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    const relationship = await tx.relationship.findLive(customerId, companyId);
    const customer = await tx.customer.find(customerId);
    if (!relationship || !customer) throw new NotFoundError();
    if (intent) {
      if (await wasDone(tx.idempotency, intent)) return [];
      await tx.idempotency.insert({ ...intent, outcome: 'hidden' }, at);
    }
    const plan = planHiding(await findStandings(tx, relationship, at), field);
    if (plan.ended.some(({ purpose }) => !mayEnd.includes(purpose.id)))
      throw new ConsentError('version-outdated');
    const applied: AppliedDecision[] = [];
    for (const { purpose } of plan.narrowed) {
      applied.push(await applyDecision(act, relationship, purpose, { type: 'narrow', without: field }, each));
    }
    for (const { purpose } of plan.ended) {
      applied.push(await applyDecision(act, relationship, purpose, { type: 'no' }, each));
    }
    for (const one of applied) await recallAfter(act, relationship, one);
    await narrowFacts(tx, customer, at);
    return applied;
  });
}
