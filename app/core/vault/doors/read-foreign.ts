import * as z from 'zod';
import type { CustomerId } from '#schema/ids.ts';
import { BroughtEntry } from '#schema/own-export.ts';
import type { ForeignEntry, ForeignText } from '../../import/foreign-store.ts';
import type { Core } from '../../shared/core.ts';
import { open, openJson } from '../open.ts';
import { foreignEntryPlace, foreignTextPlace, profileKeyId } from '../places.ts';

const PAGE = 250;

/** What is sealed of a text: the bytes that were shown, and their hash. */
export const SealedText = z.object({ textHash: z.string(), card: z.string() });

/** Door 1 of 5 again: what the signed-in customer brought along from other portals. */
export async function openForeignEntries(
  core: Pick<Core, 'keys'>,
  customerId: CustomerId,
  entries: readonly ForeignEntry[],
): Promise<BroughtEntry[]> {
  if (entries.length === 0) return [];
  const key = await core.keys.get(profileKeyId(customerId));
  return entries.map(({ id, sealed }) => BroughtEntry.parse(openJson(key, foreignEntryPlace(id), sealed)));
}

export async function openForeignText(
  core: Pick<Core, 'keys'>,
  { customerId, text, sealed }: ForeignText,
): Promise<z.infer<typeof SealedText>> {
  const key = await core.keys.get(profileKeyId(customerId));
  const plain = open(key, foreignTextPlace(customerId, text), sealed);
  return SealedText.parse(JSON.parse(plain.toString('utf8')));
}

/** All of it, a page in memory at a time. */
export async function* ownBrought(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
): AsyncGenerator<BroughtEntry> {
  let last: ForeignEntry | undefined;
  do {
    const page = await core.storage.read.foreign.after(customerId, last ?? null, PAGE);
    yield* await openForeignEntries(core, customerId, page);
    last = page.at(-1);
  } while (last);
}

export async function* ownBroughtTexts(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
): AsyncGenerator<z.infer<typeof SealedText>> {
  let last: ForeignText | undefined;
  do {
    const page = await core.storage.read.foreign.texts(customerId, last?.text ?? null, PAGE);
    for (const text of page) yield await openForeignText(core, text);
    last = page.at(-1);
  } while (last);
}
