import type { DecisionMethod } from '#schema/consent.ts';
import type { PurposeId, SubjectId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import type { Staff } from '../staff/staff.ts';
import type { AppliedDecision } from './apply-decision.ts';
import { ConsentError } from './consent-error.ts';
import { sayNoInside } from './say-no.ts';

export type StaffMethod = Extract<DecisionMethod, 'letter' | 'phone' | 'till'>;

export interface RecordNoInput {
  readonly staff: Staff;
  readonly subject: SubjectId;
  /** Absent: a no to everything that has a choice. */
  readonly purposeId?: PurposeId;
  readonly method: StaffMethod;
  /** Number of the letter, day of the call. */
  readonly source: string;
  /** The form that was sent: the same one again, after a later yes, changes nothing. */
  readonly intent?: Intent;
}

/**
 * A no that came by letter, by phone or at the till, written down by staff at
 * once and without proof. The customer sees it in the history; it cannot be
 * undone by a click, only decided anew. There is no such way for a yes.
 */
export function recordNo(core: Pick<Core, 'sequencer'>, input: RecordNoInput): Promise<AppliedDecision[]> {
  return core.sequencer.submit((act) => recordNoInside(act, input));
}

async function recordNoInside(act: ActContext, input: RecordNoInput): Promise<AppliedDecision[]> {
  const { staff } = input;
  if (!staff.companyId) throw new NotFoundError();
  const relationship = await act.tx.relationship.findBySubject(staff.companyId, input.subject);
  if (!relationship) throw new NotFoundError();
  if (relationship.endedAt) throw new ConsentError('not-connected');
  const purposes = (await act.tx.purpose.current(staff.companyId))
    .map(({ purpose }) => purpose)
    .filter(({ id, basis }) =>
      input.purposeId ? id === input.purposeId : basis === 'consent' || basis === 'objection',
    );
  if (purposes.length === 0) throw new NotFoundError();
  const { intent } = input;
  if (intent) {
    if (await wasDone(act.tx.idempotency, intent)) return [];
    await act.tx.idempotency.insert({ ...intent, outcome: 'no-recorded' }, act.at);
  }
  const applied: AppliedDecision[] = [];
  for (const purpose of purposes) {
    applied.push(
      await sayNoInside(
        act,
        { customerId: relationship.customerId, companyId: staff.companyId, purposeId: purpose.id },
        {
          actor: { kind: 'staff', name: staff.pseudonym },
          method: input.method,
          source: input.source,
          language: null,
        },
      ),
    );
  }
  return applied;
}
