import { effectivePreference } from '#app/core/preference/effective-preference.ts';
import { PreferenceError } from '#app/core/preference/preference-error.ts';
import { type PreferenceChange, setPreference } from '#app/core/preference/set-preference.ts';
import { addMonths, addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { PAUSES, type PauseLength } from '#app/screens/me/pause-form.tsx';
import type { PREFERENCES_DONE } from '#app/screens/me/preferences.tsx';
import type { SentQuiet, WishKind } from '#app/screens/me/wish.ts';
import { CHANNELS } from '#schema/channel.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { NO_PREFERENCE, PAUSED_FOR_GOOD, QuietHours } from '#schema/preference.ts';
import { TOPICS } from '#schema/topic.ts';
import { oneOf, type PostVisit } from './visit.server.ts';
import { writeWish } from './wish-param.server.ts';
import { wishNow } from './wishes.server.ts';

export interface PreferenceDone {
  readonly done: (typeof PREFERENCES_DONE)[number];
  /** What held before, for the page that says from what to what. */
  readonly was: string | null;
}

type Change = Omit<PreferenceChange, 'customerId' | 'companyId' | 'intent'>;

/** Quiet hours that begin when they end: the form comes back as it was typed. */
export class QuietFormError extends Error {
  readonly sent: SentQuiet;

  constructor(sent: SentQuiet) {
    super('quiet hours are empty');
    this.sent = sent;
  }
}

/**
 * One of the wishes, as the default or for one company.
 *
 * @throws Response 400 for a form that is not one of ours; QuietFormError
 */
export async function changePreference(
  visit: PostVisit,
  companyId: CompanyId | null,
): Promise<PreferenceDone> {
  const { core, customer, form, at, intent, sentBefore } = visit;
  if (sentBefore) return { done: 'same', was: null };
  const { done, kind, change } = readChange(form, at, companyId === null);
  const { preference } = core.storage.read;
  const own = await preference.find(customer.id, companyId);
  const byDefault = companyId === null ? NO_PREFERENCE : await preference.find(customer.id, null);
  const now = { pausedUntil: own.pausedUntil, language: customer.language, at };
  const was = writeWish(wishNow(kind, effectivePreference(own, byDefault), now));
  try {
    await setPreference(core, { customerId: customer.id, companyId, intent, ...change });
  } catch (error) {
    if (error instanceof PreferenceError) throw new Response(null, { status: 400 });
    throw error;
  }
  return { done, was };
}

interface ReadChange {
  readonly done: PreferenceDone['done'];
  readonly kind: WishKind;
  readonly change: Change;
}

function readChange(form: FormData, at: Instant, isDefault: boolean): ReadChange {
  switch (form.get('act')) {
    case 'pause': {
      const asked = form.get('pause');
      const length = oneOf(PAUSES, typeof asked === 'string' ? asked : null);
      if (!length && asked !== 'none') throw new Response(null, { status: 400 });
      const pausedUntil = length ? pauseEnd(length, at) : null;
      return { done: length ? 'paused' : 'resumed', kind: 'pause', change: { pausedUntil } };
    }
    case 'topics': {
      const off = form.getAll('off');
      return as('topics', { topicsOff: TOPICS.filter((topic) => off.includes(topic)) });
    }
    case 'channels': {
      const off = form.getAll('off');
      return as('channels', { channelsOff: CHANNELS.filter((channel) => off.includes(channel)) });
    }
    case 'often': {
      const most = form.get('most');
      if (most === 'any') return as('often', { mostPerWeek: isDefault ? null : 'any' });
      if (typeof most !== 'string' || !/^[1-9]\d?$/.test(most)) throw new Response(null, { status: 400 });
      return as('often', { mostPerWeek: Number(most) });
    }
    case 'quiet':
      return as('quiet', { quietHours: readQuietHours(form) });
    case 'quiet-none':
      return as('quiet', { quietHours: isDefault ? null : 'none' });
    case 'topics-default':
      return as('topics', { topicsOff: null });
    case 'channels-default':
      return as('channels', { channelsOff: null });
    case 'often-default':
      return as('often', { mostPerWeek: null });
    case 'quiet-default':
      return as('quiet', { quietHours: null });
    default:
      throw new Response(null, { status: 400 });
  }
}

function as(kind: 'topics' | 'channels' | 'often' | 'quiet', change: Change): ReadChange {
  return { done: kind, kind, change };
}

function readQuietHours(form: FormData): QuietHours {
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { from: text('from'), to: text('to'), timeZone: text('zone') };
  const hours = QuietHours.safeParse(typed);
  if (hours.success) return hours.data;
  if (typed.from === typed.to && /^\d\d:\d\d$/.test(typed.from)) throw new QuietFormError({ typed });
  throw new Response(null, { status: 400 });
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
