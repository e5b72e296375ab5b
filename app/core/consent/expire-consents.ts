import { narrowFacts } from '../segment/refresh-facts.ts';
import type { Core } from '../shared/core.ts';
import { applyDecision } from './apply-decision.ts';

const BATCH = 100;

/**
 * Writes down the terms that have ended. The permission already ended at the
 * instant itself; this entry only records it and clears the facts.
 *
 * @returns how many were recorded
 */
export async function expireConsents(core: Pick<Core, 'sequencer'>): Promise<number> {
  let total = 0;
  for (;;) {
    const recorded = await core.sequencer.submit(async (act) => {
      const due = await act.tx.consent.expiredAt(act.at, BATCH);
      for (const consent of due) {
        const relationship = await act.tx.relationship.find(consent.relationshipId);
        const purpose = await act.tx.purpose.find(consent.purposeId);
        const customer = relationship && (await act.tx.customer.find(relationship.customerId));
        if (!relationship || !purpose || !customer) continue;
        await applyDecision(act, relationship, purpose, { type: 'expire' }, SYSTEM);
        await narrowFacts(act.tx, customer, act.at);
      }
      return due.length;
    });
    total += recorded;
    if (recorded < BATCH) return total;
  }
}

const SYSTEM = {
  actor: { kind: 'system', name: '' },
  method: 'system',
  source: 'expiry',
  language: null,
} as const;
