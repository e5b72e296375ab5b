import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { StoredCheckpoint } from './ledger-store.ts';
import { inclusionProof } from './merkle-proof.ts';
import { readNodesOf } from './sign-head.ts';

export interface EntryProof {
  readonly index: number;
  readonly checkpoint: StoredCheckpoint;
  /** Sibling hashes from the leaf up, RFC 6962 section 2.1.1. */
  readonly hashes: readonly Buffer[];
}

/** The entry's place in the smallest signed head that covers it; undefined until one does (a few seconds). */
export async function proveEntry(
  core: Pick<Core, 'storage'>,
  index: number,
): Promise<EntryProof | undefined> {
  const { ledger } = core.storage.read;
  const state = await ledger.state();
  if (!state || index < 0 || index >= state.size) throw new NotFoundError();
  const checkpoint = await ledger.checkpointCovering(index);
  if (!checkpoint) return undefined;
  return { index, checkpoint, hashes: await inclusionProof(index, checkpoint.size, readNodesOf(ledger)) };
}
