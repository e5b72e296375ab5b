import { openCheckpoint } from './checkpoint.ts';
import { hashNode } from './merkle.ts';
import { verifyInclusion } from './merkle-verify.ts';
import { parseVerifierKey } from './note-key.ts';
import type { EntryProof } from './prove-entry.ts';

/** One line of the calculation: what stands beside, on which side, and what both give. */
export interface ProofStep {
  readonly side: 'left' | 'right';
  readonly sibling: Buffer;
  readonly result: Buffer;
}

export interface DescribedProof {
  readonly size: number;
  readonly note: string;
  readonly steps: readonly ProofStep[];
  /** The signed root; null when the head is not signed by this log. */
  readonly root: Buffer | null;
  /** The head is signed by this log and the steps lead from the leaf to its root. */
  readonly holds: boolean;
}

/**
 * An inclusion proof as a calculation that a person can follow (RFC 9162
 * section 2.1.3.2), and whether it holds. Checked by the verifier's own
 * function, not by the steps shown.
 */
export function describeProof(
  leaf: Buffer,
  { index, checkpoint, hashes }: EntryProof,
  trust: { readonly origin: string; readonly verifierKey: string },
): DescribedProof {
  const { size, note } = checkpoint;
  const root = signedRoot(note, trust);
  const steps = stepsOf(leaf, index, size, hashes);
  const claim = root && { leafHash: leaf, index, size: root.size, proof: hashes, root: root.hash };
  return { size, note, steps, root: root?.hash ?? null, holds: claim !== null && verifyInclusion(claim) };
}

function signedRoot(
  note: string,
  { origin, verifierKey }: { readonly origin: string; readonly verifierKey: string },
): { size: number; hash: Buffer } | null {
  try {
    const head = openCheckpoint(note, origin, [parseVerifierKey(verifierKey)]);
    return { size: head.size, hash: head.root };
  } catch {
    return null;
  }
}

function stepsOf(leaf: Buffer, index: number, size: number, hashes: readonly Buffer[]): ProofStep[] {
  let at = index;
  let last = size - 1;
  let computed = leaf;
  return hashes.map((sibling): ProofStep => {
    const left = at % 2 === 1 || at === last;
    computed = left ? hashNode(sibling, computed) : hashNode(computed, sibling);
    if (left) while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    return { side: left ? 'left' : 'right', sibling, result: computed };
  });
}
