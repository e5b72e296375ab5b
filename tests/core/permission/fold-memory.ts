import { AGE_NOT_ASKED, type AgeAnswers } from '#app/core/customer/customer.ts';
import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { Channel } from '#schema/channel.ts';
import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';
import { type Instant, instantOf } from '#schema/instant.ts';
import { PAUSED_FOR_GOOD, type Preference } from '#schema/preference.ts';
import type { Dated } from './history.ts';

export interface Customer {
  confirmed: boolean;
  restricted: boolean;
  age: AgeAnswers;
  readonly verified: Set<Channel>;
  /** The profile that was typed last. */
  wrote: number | null;
  readonly preferences: Map<number | null, Preference>;
}

export function pauseEnd(until: 'never' | 'for-good' | number): Instant | null {
  if (until === 'never') return null;
  return until === 'for-good' ? PAUSED_FOR_GOOD : instantOf(until);
}

/** What a wish leaves behind; one taken back to the default leaves nothing. */
export function afterWish(
  { topicsOff, mostPerWeek, quietHours, ...rest }: Preference,
  deed: Extract<Dated, { type: 'pause' | 'channels-off' | 'topics-off' | 'most' | 'quiet' }>,
): Preference {
  const wishes = {
    topicsOff: deed.type === 'topics-off' ? deed.off && [...deed.off] : topicsOff,
    mostPerWeek: deed.type === 'most' ? deed.perWeek : mostPerWeek,
    quietHours: deed.type === 'quiet' ? deed.hours : quietHours,
  };
  return {
    channelsOff: deed.type === 'channels-off' ? deed.off && [...deed.off] : rest.channelsOff,
    pausedUntil: deed.type === 'pause' ? pauseEnd(deed.until) : rest.pausedUntil,
    ...Object.fromEntries(Object.entries(wishes).filter(([, wish]) => wish !== null && wish !== undefined)),
  };
}

export function newCustomer(): Customer {
  return {
    confirmed: false,
    restricted: false,
    age: AGE_NOT_ASKED,
    verified: new Set(),
    wrote: null,
    preferences: new Map(),
  };
}

export function newVersion(
  purpose: number,
  version: number,
  content: PurposeVersion['content'],
  at: Instant,
  corrects: boolean,
): PurposeVersion {
  return {
    id: `${purpose}-${version}` as PurposeVersionId,
    purposeId: `${purpose}` as PurposeId,
    version,
    kind: version === 1 ? 'first' : corrects ? 'correction' : 'change',
    content,
    releasedAt: at,
    supersededAt: null,
    usableUntil: null,
  };
}
