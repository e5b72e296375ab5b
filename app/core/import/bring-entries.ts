import { createHash } from 'node:crypto';
import type { CustomerId, ForeignEntryId } from '#schema/ids.ts';
import type { BroughtEntry } from '#schema/own-export.ts';
import type { Core } from '../shared/core.ts';
import { foreignEntryPlace, foreignTextPlace, profileKeyId } from '../vault/places.ts';
import { seal, sealJson } from '../vault/seal.ts';
import type { ForeignEntry } from './foreign-store.ts';

/** Under which entries of one other log are kept: nobody reads from it which. */
export function sourceOf({ keys }: Pick<Core, 'keys'>, customerId: CustomerId, origin: string): string {
  return keys.blindIndex(`foreign/${customerId}`, origin);
}

export function textIndexOf({ keys }: Pick<Core, 'keys'>, customerId: CustomerId, textHash: string): string {
  return keys.blindIndex(`foreign-text/${customerId}`, textHash);
}

/** Keeps entries of other logs as evidence: sealed, apart from all state. What is there already stays. */
export async function bringEntries(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  customerId: CustomerId,
  entries: readonly { readonly entry: BroughtEntry; readonly verified: boolean }[],
): Promise<number> {
  const key = await core.keys.get(profileKeyId(customerId));
  const broughtAt = core.world.now();
  const rows = entries.map(({ entry, verified }): ForeignEntry => {
    const id = core.world.newId() as ForeignEntryId;
    return {
      id,
      customerId,
      source: sourceOf(core, customerId, entry.log.origin),
      index: entry.index,
      verified,
      sealed: sealJson(key, foreignEntryPlace(id), entry),
      broughtAt,
    };
  });
  return core.storage.transact((tx) => tx.foreign.insertEntries(rows));
}

/** The wording of a decision elsewhere. A text whose name is not its own hash is none. */
export async function bringText(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  textHash: string,
  card: string,
): Promise<boolean> {
  if (createHash('sha256').update(card).digest('hex') !== textHash) return false;
  const key = await core.keys.get(profileKeyId(customerId));
  const text = textIndexOf(core, customerId, textHash);
  const plain = Buffer.from(JSON.stringify({ textHash, card }), 'utf8');
  const sealed = seal(key, foreignTextPlace(customerId, text), plain);
  await core.storage.transact((tx) => tx.foreign.insertText({ customerId, text, sealed }));
  return true;
}
