import type { Channel } from '#schema/channel.ts';
import type { Actor, DecisionMethod } from '#schema/consent.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { FrequencyLimit, Preference, QuietHours } from '#schema/preference.ts';
import type { Topic } from '#schema/topic.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import { recordedPreference } from './effective-preference.ts';
import { laterOf } from './pause.ts';
import { PreferenceError } from './preference-error.ts';
import { isTimeZone } from './quiet-hours.ts';

export interface PreferenceChange {
  readonly customerId: CustomerId;
  /** Null: the default for all companies. */
  readonly companyId: CompanyId | null;
  /** Absent: stays as it is. Null in an override: as in the default. The same for the next three. */
  readonly channelsOff?: readonly Channel[] | null;
  readonly topicsOff?: readonly Topic[] | null;
  readonly mostPerWeek?: FrequencyLimit | null;
  readonly quietHours?: QuietHours | 'none' | null;
  /** Absent: stays as it is. Null: no pause. */
  readonly pausedUntil?: Instant | null;
  /** The form this came from: sent twice, it changes nothing the second time. */
  readonly intent?: Intent | undefined;
}

/**
 * About what, on which channels, how often, when not, and a pause: for one
 * company or as the default. Takes effect with the commit: the effective pause
 * is kept on each relationship it touches, and each for which something
 * changes gets its entry in the log. Unchanged: nothing is written.
 */
export async function setPreference(
  core: Pick<Core, 'sequencer'>,
  change: PreferenceChange,
  actor: Actor = { kind: 'customer', name: '' },
  method: DecisionMethod = 'web',
): Promise<Preference> {
  return core.sequencer.submit((act) => setPreferenceInside(act, change, actor, method));
}

/** The same as part of another act. */
export async function setPreferenceInside(
  { tx, at, append }: ActContext,
  change: PreferenceChange,
  actor: Actor = { kind: 'customer', name: '' },
  method: DecisionMethod = 'web',
): Promise<Preference> {
  assertQuietHours(change.quietHours);
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
  const preference = changed(before, change);
  if (JSON.stringify(before) === JSON.stringify(preference)) return before;
  await tx.preference.save(customerId, companyId, preference, at);
  for (const relationship of touched) {
    const other = await tx.preference.find(customerId, companyId === null ? relationship.companyId : null);
    const recordedBy = (one: Preference) =>
      companyId === null ? recordedPreference(other, one) : recordedPreference(one, other);
    const pausedUntil = laterOf(preference.pausedUntil, other.pausedUntil);
    await tx.relationship.setPausedUntil(relationship.id, pausedUntil);
    // What holds for this company now, so that the state of any instant can be computed from its chain alone.
    const recorded = recordedBy(preference);
    // Where the company has a wish of its own, the default moves nothing: no entry says that it did.
    if (JSON.stringify(recorded) === JSON.stringify(recordedBy(before))) continue;
    append({
      companyId: relationship.companyId,
      relationship,
      method,
      body: { kind: 'preference', preference: recorded, actor, method },
    });
  }
  return preference;
}

/** In one order of members and without empty ones, so that equal wishes are equal texts. */
function changed(before: Preference, change: PreferenceChange): Preference {
  const isDefault = change.companyId === null;
  const pick = <T>(wish: T | null | undefined, stored: T | undefined, nothing: (value: T) => boolean) => {
    const value = wish === undefined ? stored : (wish ?? undefined);
    // The default says "no limit" by saying nothing; an override says it aloud.
    return value === undefined || (isDefault && nothing(value)) ? undefined : value;
  };
  const topicsOff = pick(
    change.topicsOff && [...change.topicsOff],
    before.topicsOff,
    (list) => list.length === 0,
  );
  const mostPerWeek = pick(change.mostPerWeek, before.mostPerWeek, (limit) => limit === 'any');
  const quietHours = pick(change.quietHours, before.quietHours, (hours) => hours === 'none');
  return {
    channelsOff:
      change.channelsOff === undefined ? before.channelsOff : change.channelsOff && [...change.channelsOff],
    pausedUntil: change.pausedUntil === undefined ? before.pausedUntil : change.pausedUntil,
    ...(topicsOff ? { topicsOff } : {}),
    ...(mostPerWeek === undefined ? {} : { mostPerWeek }),
    ...(quietHours ? { quietHours: quietHours === 'none' ? quietHours : inOrder(quietHours) } : {}),
  };
}

const inOrder = ({ from, to, timeZone }: QuietHours): QuietHours => ({ from, to, timeZone });

function assertQuietHours(hours: PreferenceChange['quietHours']): void {
  if (!hours || hours === 'none') return;
  if (hours.from === hours.to) throw new PreferenceError('quiet-hours-empty');
  if (!isTimeZone(hours.timeZone)) throw new PreferenceError('time-zone-unknown');
}
