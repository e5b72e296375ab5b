import type { Preference } from '#schema/preference.ts';
import type { LedgerEntry } from '../ledger/ledger-store.ts';
import { type EffectivePreference, preferenceOfRecord } from '../preference/effective-preference.ts';
import type { Core } from '../shared/core.ts';
import { type OpenedEntry, openEntries } from '../vault/doors/open-evidence.ts';
import type { ReceiptLine } from './receipt.ts';

type Place = Pick<ReceiptLine, 'company' | 'at' | 'index'>;
type Wishes = Partial<Extract<ReceiptLine, { about: 'preference' }>>;

/**
 * How one company may reach the customer, over some entries, oldest first. A
 * pause and other wishes may have changed one after the other: each is told
 * with the entry that brought it about.
 */
export async function tellPreference(
  core: Pick<Core, 'storage' | 'keys'>,
  company: string,
  run: readonly OpenedEntry[],
): Promise<ReceiptLine[]> {
  const [first] = run;
  const start = preferenceOfRecord(first ? await recordedBefore(core, first.entry) : null);
  let [now, pause, wishes]: [EffectivePreference, Place | undefined, Place | undefined] = [
    start,
    undefined,
    undefined,
  ];
  for (const { entry, record } of run) {
    if (record.kind !== 'preference') continue;
    const next = preferenceOfRecord(record.preference);
    const place = { company, at: entry.at, index: entry.index };
    if (next.pausedUntil !== now.pausedUntil) pause = place;
    if (Object.keys(changedWishes(now, next)).length > 0) wishes = place;
    now = next;
  }
  const changed = changedWishes(start, now);
  const lines: ReceiptLine[] = [];
  if (pause && start.pausedUntil !== now.pausedUntil)
    lines.push({ ...pause, about: 'pause', from: start.pausedUntil, to: now.pausedUntil });
  if (wishes && Object.keys(changed).length > 0) lines.push({ ...wishes, about: 'preference', ...changed });
  return lines;
}

function changedWishes(from: EffectivePreference, to: EffectivePreference): Wishes {
  const differs = (member: keyof EffectivePreference) =>
    JSON.stringify(from[member]) !== JSON.stringify(to[member]);
  const quiet = to.quietHours && { from: to.quietHours.from, to: to.quietHours.to };
  return {
    ...(differs('channelsOff') ? { channelsOff: [...to.channelsOff] } : {}),
    ...(differs('topicsOff') ? { topics: true } : {}),
    ...(differs('mostPerWeek') ? { mostPerWeek: to.mostPerWeek } : {}),
    ...(differs('quietHours') ? { quiet } : {}),
  };
}

async function recordedBefore(
  core: Pick<Core, 'storage' | 'keys'>,
  { companyId, relationshipId, index }: LedgerEntry,
): Promise<Preference | null> {
  if (!companyId || !relationshipId) return null;
  const [entry] = await core.storage.read.ledger.search({
    companyId,
    relationshipIds: [relationshipId],
    kinds: ['preference'],
    beforeIndex: index,
    limit: 1,
  });
  const [opened] = entry ? await openEntries(core, [entry]) : [];
  return opened?.record.kind === 'preference' ? opened.record.preference : null;
}
