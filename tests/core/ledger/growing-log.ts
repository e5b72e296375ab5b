import { type SignedCheckpoint, signCheckpoint } from '#app/core/ledger/checkpoint.ts';
import { appendLeaves, hashLeaf, type ReadNodes, rootOf } from '#app/core/ledger/merkle.ts';
import { consistencyProof } from '#app/core/ledger/merkle-proof.ts';
import type { SignerKey } from '#app/core/ledger/note-key.ts';
import { readerOf } from './naive-tree.ts';

/** A log of `size` entries; two with the same seed share their history, others do not. */
export function growingLog(signer: SignerKey, size: number, seed = 'a') {
  const leaves = Array.from({ length: size }, (_, index) => hashLeaf(Buffer.from(`${seed} ${index}`)));
  const readNodes: ReadNodes = readerOf(appendLeaves(0, leaves, []).nodes);
  return {
    readNodes,
    checkpoint: async (size: number): Promise<SignedCheckpoint> =>
      signCheckpoint({ origin: signer.name, size, root: await rootOf(size, readNodes) }, signer),
    proof: (older: number, newer: number) => consistencyProof(older, newer, readNodes),
  };
}
