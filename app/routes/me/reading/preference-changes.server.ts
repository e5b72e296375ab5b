import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import { preferenceOfRecord } from '#app/core/preference/effective-preference.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { ChangedWishes, Wish } from '#app/screens/me/wish.ts';
import type { Preference } from '#schema/preference.ts';
import type { Visit } from './visit.server.ts';

export type WishChanges = ChangedWishes['changes'];

/**
 * What entries about wishes changed, by index: an entry says all that held from
 * then on, so each is compared with the one before it between the same two.
 */
export async function readWishChanges(
  { core }: Pick<Visit, 'core'>,
  entries: readonly LedgerEntry[],
): Promise<ReadonlyMap<number, WishChanges>> {
  const pairs = await Promise.all(
    entries
      .filter(({ kind }) => kind === 'preference')
      .map(async (entry) => ({ entry, before: await entryBefore(core, entry) })),
  );
  const opened = await openEntries(
    core,
    pairs.flatMap(({ entry, before }) => (before ? [entry, before] : [entry])),
  );
  const said = new Map(
    opened.map(({ entry, record }) => [entry.index, record.kind === 'preference' ? record.preference : null]),
  );
  return new Map(
    pairs.flatMap(({ entry, before }) => {
      const now = said.get(entry.index);
      return now ? [[entry.index, changesBetween((before && said.get(before.index)) ?? null, now)]] : [];
    }),
  );
}

async function entryBefore(core: Visit['core'], entry: LedgerEntry): Promise<LedgerEntry | undefined> {
  const { companyId, relationshipId, index } = entry;
  if (!companyId || !relationshipId) return undefined;
  const [before] = await core.storage.read.ledger.search({
    companyId,
    relationshipIds: [relationshipId],
    kinds: ['preference'],
    beforeIndex: index,
    limit: 1,
  });
  return before;
}

function changesBetween(before: Preference | null, now: Preference): WishChanges {
  const earlier = wishesOf(before);
  return wishesOf(now).flatMap((to, place) => {
    const from = earlier[place];
    return from && JSON.stringify(from) !== JSON.stringify(to) ? [{ from, to }] : [];
  });
}

function wishesOf(recorded: Preference | null): Wish[] {
  const { topicsOff, channelsOff, mostPerWeek, quietHours, pausedUntil } = preferenceOfRecord(recorded);
  return [
    { kind: 'pause', until: pausedUntil },
    { kind: 'topics', off: topicsOff },
    { kind: 'channels', off: channelsOff },
    { kind: 'often', most: mostPerWeek },
    { kind: 'quiet', hours: quietHours },
  ];
}
