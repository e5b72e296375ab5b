import * as z from 'zod';
import { Instant } from '#schema/instant.ts';
import { assertOwnEvidence, type LookInput, recordLookInside } from '../../disclosure/record-look.ts';
import { addMs, MINUTE_MS } from '../../shared/calendar.ts';
import type { Core } from '../../shared/core.ts';
import { type DoneIntent, type Intent, wasDone } from '../../shared/idempotency-store.ts';
import { openJson } from '../open.ts';
import { evidenceKeyId, openLookPlace } from '../places.ts';
import { sealJson } from '../seal.ts';
import { type OpenedEvidence, openRecorded } from './open-evidence.ts';

/** As long as an officer's session lasts without a click: afterwards what was opened is closed again. */
export const LOOK_OPEN_MS = 15 * MINUTE_MS;

/** What is kept of a look beside its entry. `shown` is sealed: it may hold an address. */
const KeptLook = z.object({
  index: z.number().int(),
  at: Instant,
  /** Index of the last record that was opened, and how many they were. */
  last: z.number().int(),
  count: z.number().int(),
  shown: z.string().nullable(),
});

/** What to show of the records, e.g. as of which day; only for looks at a person. */
export type ShownOfLook = Readonly<Record<string, string>>;

export interface OpenLook extends OpenedEvidence {
  readonly reason: string;
  readonly shown: ShownOfLook;
  readonly closesAt: Instant;
}

/**
 * Records a look, once per intent however often its form is sent, and leaves it
 * open for a while. It opens nothing: that is `openLook`, as often as the page
 * is loaded, and only for whoever recorded it.
 */
export async function beginLook(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: LookInput,
  intent: Intent,
  shown: ShownOfLook = {},
): Promise<void> {
  const { relationship, entries } = input;
  const key = relationship && (await core.keys.find(evidenceKeyId(relationship.id)));
  const sealed = key ? sealJson(key, openLookPlace(intent.key), shown).toString('base64') : null;
  await core.sequencer.submit(async (act) => {
    if (await wasDone(act.tx.idempotency, intent)) return;
    const look = await recordLookInside(act, core, input);
    const last = entries.at(-1)?.index ?? -1;
    const kept: z.infer<typeof KeptLook> = { ...look, last, count: entries.length, shown: sealed };
    await act.tx.idempotency.insert({ ...intent, outcome: JSON.stringify(kept) }, act.at);
  });
}

/**
 * Door 4 of 5 again: what a recorded look has opened, for the officer who
 * recorded it and as long as it is open. Later entries need a look of their own.
 *
 * @returns undefined for a look that is over, somebody else's or none
 */
export async function openLook(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { staff, relationship, entries }: Omit<LookInput, 'reason'>,
  intent: Pick<Intent, 'key' | 'actor' | 'route'>,
): Promise<OpenLook | undefined> {
  assertOwnEvidence({ staff, relationship, entries });
  const done = await core.storage.read.idempotency.find(intent);
  const kept = done && KeptLook.safeParse(jsonOf(done)).data;
  if (!done || !kept || core.world.now() >= addMs(kept.at, LOOK_OPEN_MS)) return undefined;
  const { index, at, last, count } = kept;
  const [look] = await core.storage.read.disclosure.inLog(index, index + 1);
  const seen = entries.filter((entry) => entry.index <= last);
  // As recorded: by this person, and exactly these records.
  if (look?.how !== 'evidence' || look.staffId !== staff.id || seen.length !== count) return undefined;
  return {
    index,
    at,
    reason: look.reason,
    shown: await shownOf(core, { staff, relationship, entries }, done, kept.shown),
    closesAt: addMs(at, LOOK_OPEN_MS),
    ...(await openRecorded(core, seen)),
  };
}

async function shownOf(
  core: Pick<Core, 'keys'>,
  { relationship }: Omit<LookInput, 'reason'>,
  { key: intentKey }: DoneIntent,
  sealed: string | null,
): Promise<ShownOfLook> {
  const key = relationship && sealed && (await core.keys.find(evidenceKeyId(relationship.id)));
  if (!key || !sealed) return {};
  const opened = openJson(key, openLookPlace(intentKey), Buffer.from(sealed, 'base64'));
  return z.record(z.string(), z.string()).parse(opened);
}

function jsonOf({ outcome }: DoneIntent): unknown {
  // Intents of other pages under the same address keep other words.
  return outcome.startsWith('{') ? JSON.parse(outcome) : undefined;
}
