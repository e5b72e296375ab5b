import type { Channel } from '#schema/channel.ts';
import type { Actor, DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Preference } from '#schema/preference.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import { laterOf } from './pause.ts';

export interface PreferenceChange {
  readonly customerId: CustomerId;
  /** Null: the default for all companies. */
  readonly companyId: CompanyId | null;
  /** Absent: stays as it is. Null in an override: as in the default. */
  readonly channelsOff?: readonly Channel[] | null;
  /** Absent: stays as it is. Null: no pause. */
  readonly pausedUntil?: Instant | null;
  /** The form this came from: sent twice, it changes nothing the second time. */
  readonly intent?: Intent | undefined;
}

/**
 * Channels and pause, for one company or as the default. Takes effect with the
 * commit: the effective pause is kept on each relationship it touches, and
 * each of them gets its entry in the log. Unchanged: nothing is written.
 */
export async function setPreference(
  core: Pick<Core, 'sequencer'>,
  change: PreferenceChange,
  actor: Actor = { kind: 'customer', name: '' },
  method: DecisionMethod = 'web',
): Promise<Preference> {
  return core.sequencer.submit(async ({ tx, at, append }) => {
    const { customerId, companyId } = change;
    const touched = (await tx.relationship.ofCustomer(customerId)).filter(
      (relationship) => companyId === null || relationship.companyId === companyId,
    );
    if (companyId !== null && touched.length === 0) throw new NotFoundError();
    const before = await tx.preference.find(customerId, companyId);
    if (change.intent) {
      if (await wasDone(tx.idempotency, change.intent)) return before;
      await tx.idempotency.insert({ ...change.intent, outcome: 'preference' }, at);
    }
    const preference: Preference = {
      channelsOff:
        change.channelsOff === undefined ? before.channelsOff : change.channelsOff && [...change.channelsOff],
      pausedUntil: change.pausedUntil === undefined ? before.pausedUntil : change.pausedUntil,
    };
    if (JSON.stringify(before) === JSON.stringify(preference)) return before;
    await tx.preference.save(customerId, companyId, preference, at);
    for (const relationship of touched) {
      const other = await tx.preference.find(customerId, companyId === null ? relationship.companyId : null);
      const pausedUntil = laterOf(preference.pausedUntil, other.pausedUntil);
      await tx.relationship.setPausedUntil(relationship.id, pausedUntil);
      const channelsOff =
        companyId === null
          ? (other.channelsOff ?? preference.channelsOff)
          : (preference.channelsOff ?? other.channelsOff);
      append({
        companyId: relationship.companyId,
        relationship,
        method,
        // What holds for this company now, so that the state of any instant can be computed from its chain alone.
        body: { kind: 'preference', preference: { channelsOff, pausedUntil }, actor, method },
      });
    }
    return preference;
  });
}
