import { type PreferenceChange, setPreference } from '#app/core/preference/set-preference.ts';
import { addMonths, addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { PAUSES, type PauseLength } from '#app/screens/me/pause-form.tsx';
import { CHANNELS } from '#schema/channel.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { PAUSED_FOR_GOOD } from '#schema/preference.ts';
import { oneOf, type PostVisit } from './visit.server.ts';

export type PreferenceDone = 'paused' | 'resumed' | 'channels' | 'same';

/**
 * Pause or channels, as the default or for one company.
 *
 * @throws Response 400 for a form that is not one of ours
 */
export async function changePreference(
  visit: PostVisit,
  companyId: CompanyId | null,
): Promise<PreferenceDone> {
  const { core, customer, form, at, intent, sentBefore } = visit;
  if (sentBefore) return 'same';
  const save = (change: Omit<PreferenceChange, 'customerId' | 'companyId'>) =>
    setPreference(core, { customerId: customer.id, companyId, intent, ...change });
  switch (form.get('act')) {
    case 'pause': {
      const asked = form.get('pause');
      const length = oneOf(PAUSES, typeof asked === 'string' ? asked : null);
      if (!length && asked !== 'none') throw new Response(null, { status: 400 });
      await save({ pausedUntil: length ? pauseEnd(length, at) : null });
      return length ? 'paused' : 'resumed';
    }
    case 'channels': {
      const off = form.getAll('off');
      await save({ channelsOff: CHANNELS.filter((channel) => off.includes(channel)) });
      return 'channels';
    }
    case 'channels-default':
      await save({ channelsOff: null });
      return 'channels';
    default:
      throw new Response(null, { status: 400 });
  }
}

/** When a pause of this length ends that begins now. */
export function pauseEnd(length: PauseLength, at: Instant): Instant {
  switch (length) {
    case 'week':
      return addMs(at, 7 * DAY_MS);
    case 'month':
      return addMonths(at, 1);
    case 'quarter':
      return addMonths(at, 3);
    case 'open':
      return PAUSED_FOR_GOOD;
  }
}
