import { type EffectivePreference, effectivePreference } from '#app/core/preference/effective-preference.ts';
import { PreferenceError } from '#app/core/preference/preference-error.ts';
import { type PreferenceChange, setPreference } from '#app/core/preference/set-preference.ts';
import { addMonths, addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { PAUSES, type PauseLength } from '#app/screens/me/pause-form.tsx';
import type { PREFERENCES_DONE } from '#app/screens/me/preferences.tsx';
import { NO_QUIET, type OwnWish, type SentWishes, type WishKind } from '#app/screens/me/wish.ts';
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
  readonly was: readonly string[];
}

type Change = Omit<PreferenceChange, 'customerId' | 'companyId' | 'intent'>;

/** Quiet hours that begin when they end: the whole form comes back as it was typed. */
export class WishFormError extends Error {
  readonly sent: SentWishes;

  constructor(sent: SentWishes) {
    super('quiet hours are empty');
    this.sent = sent;
  }
}

const SAME: PreferenceDone = { done: 'same', was: [] };

/**
 * The wishes of one form, as the default or for one company. Only what differs
 * from what held is written: what somebody left alone for one company stays as
 * it is for all.
 *
 * @throws Response 400 for a form that is not one of ours; WishFormError
 */
export async function changePreference(
  visit: PostVisit,
  companyId: CompanyId | null,
): Promise<PreferenceDone> {
  const { core, customer, form, at, intent, sentBefore } = visit;
  if (sentBefore) return SAME;
  const { preference } = core.storage.read;
  const own = await preference.find(customer.id, companyId);
  const byDefault = companyId === null ? NO_PREFERENCE : await preference.find(customer.id, null);
  const held = effectivePreference(own, byDefault);
  const { done, kinds, change } =
    form.get('act') === 'pause' ? readPause(form, at) : readWishes(form, held, companyId === null);
  if (kinds.length === 0) return SAME;
  try {
    await setPreference(core, { customerId: customer.id, companyId, intent, ...change });
  } catch (error) {
    if (error instanceof PreferenceError) throw new Response(null, { status: 400 });
    throw error;
  }
  const now = { pausedUntil: own.pausedUntil, language: customer.language, at };
  return { done, was: kinds.map((kind) => writeWish(wishNow(kind, held, now))) };
}

interface ReadChange {
  readonly done: PreferenceDone['done'];
  readonly kinds: readonly WishKind[];
  readonly change: Change;
}

function readPause(form: FormData, at: Instant): ReadChange {
  const asked = form.get('pause');
  const length = oneOf(PAUSES, typeof asked === 'string' ? asked : null);
  if (!length && asked !== 'none') throw new Response(null, { status: 400 });
  const pausedUntil = length ? pauseEnd(length, at) : null;
  return { done: length ? 'paused' : 'resumed', kinds: ['pause'], change: { pausedUntil } };
}

const WISHES = ['topics', 'channels', 'often', 'quiet'] as const satisfies readonly OwnWish[];

function readWishes(form: FormData, held: EffectivePreference, isDefault: boolean): ReadChange {
  const act = form.get('act');
  const back = WISHES.find((kind) => act === `${kind}-default`);
  if (act !== 'wishes' && !back) throw new Response(null, { status: 400 });
  const shown = form.getAll('shown');
  const kinds: OwnWish[] = [];
  let change: Change = {};
  for (const kind of WISHES) {
    const read = kind === back ? AS_FOR_ALL[kind] : shown.includes(kind) && READ[kind](form, held, isDefault);
    if (!read) continue;
    kinds.push(kind);
    change = { ...change, ...read };
  }
  const [only] = kinds;
  return { done: kinds.length === 1 && only ? only : 'wishes', kinds, change };
}

const AS_FOR_ALL: Readonly<Record<OwnWish, Change>> = {
  topics: { topicsOff: null },
  channels: { channelsOff: null },
  often: { mostPerWeek: null },
  quiet: { quietHours: null },
};

/** Each wish of the form; undefined where it says what holds already. */
const READ: Readonly<
  Record<OwnWish, (form: FormData, held: EffectivePreference, isDefault: boolean) => Change | undefined>
> = {
  topics: (form, held) => {
    const off = TOPICS.filter((topic) => form.getAll('topic').includes(topic));
    return isSame(off, held.topicsOff) ? undefined : { topicsOff: off };
  },
  channels: (form, held) => {
    const off = CHANNELS.filter((channel) => form.getAll('channel').includes(channel));
    return isSame(off, held.channelsOff) ? undefined : { channelsOff: off };
  },
  often: (form, held, isDefault) => {
    const most = form.get('most');
    const any = most === 'any';
    if (!any && (typeof most !== 'string' || !/^[1-9]\d?$/.test(most)))
      throw new Response(null, { status: 400 });
    const limit = any ? null : Number(most);
    if (limit === held.mostPerWeek) return undefined;
    return { mostPerWeek: limit ?? (isDefault ? null : 'any') };
  },
  quiet: (form, held, isDefault) => {
    const hours = readQuietHours(form);
    if (JSON.stringify(hours) === JSON.stringify(held.quietHours)) return undefined;
    return { quietHours: hours ?? (isDefault ? null : 'none') };
  },
};

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

/** Null: none. */
function readQuietHours(form: FormData): QuietHours | null {
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { from: text('from'), to: text('to'), timeZone: text('zone') };
  if (typed.from === NO_QUIET) return null;
  const hours = QuietHours.safeParse(typed);
  if (hours.success) {
    const { from, to, timeZone } = hours.data;
    return { from, to, timeZone };
  }
  if (typed.from !== typed.to || !/^\d\d:\d\d$/.test(typed.from)) throw new Response(null, { status: 400 });
  throw new WishFormError({
    topics: form.getAll('topic').map(String),
    channels: form.getAll('channel').map(String),
    most: text('most'),
    quiet: typed,
  });
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
