import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import { NO_PREFERENCE, type Preference, type QuietHours } from '#schema/preference.ts';
import type { Topic } from '#schema/topic.ts';
import { laterOf } from './pause.ts';

/** What holds for one company: its override where there is one, else the default. */
export interface EffectivePreference {
  readonly channelsOff: readonly Channel[];
  readonly topicsOff: readonly Topic[];
  /** Null: no limit. */
  readonly mostPerWeek: number | null;
  readonly quietHours: QuietHours | null;
  readonly pausedUntil: Instant | null;
}

export function effectivePreference(own: Preference, byDefault: Preference): EffectivePreference {
  const limit = own.mostPerWeek ?? byDefault.mostPerWeek ?? 'any';
  const quiet = own.quietHours ?? byDefault.quietHours ?? 'none';
  return {
    channelsOff: own.channelsOff ?? byDefault.channelsOff ?? [],
    topicsOff: own.topicsOff ?? byDefault.topicsOff ?? [],
    mostPerWeek: limit === 'any' ? null : limit,
    quietHours: quiet === 'none' ? null : quiet,
    pausedUntil: laterOf(own.pausedUntil, byDefault.pausedUntil),
  };
}

/** The same as an entry of the log says it: members only where something was chosen. */
export function recordedPreference(own: Preference, byDefault: Preference): Preference {
  const { topicsOff, mostPerWeek, quietHours, pausedUntil } = effectivePreference(own, byDefault);
  return {
    channelsOff: own.channelsOff ?? byDefault.channelsOff,
    pausedUntil,
    ...(topicsOff.length > 0 ? { topicsOff: [...topicsOff] } : {}),
    ...(mostPerWeek === null ? {} : { mostPerWeek }),
    ...(quietHours ? { quietHours } : {}),
  };
}

/** What such an entry said held; null: there was none yet. */
export function preferenceOfRecord(recorded: Preference | null): EffectivePreference {
  return effectivePreference(recorded ?? NO_PREFERENCE, NO_PREFERENCE);
}
