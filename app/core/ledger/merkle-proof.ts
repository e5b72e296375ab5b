import { LedgerError } from './ledger-error.ts';
import {
  assertTreeSize,
  hashesOf,
  type NodeRef,
  type ReadNodes,
  rootFromEdge,
  subtreeNodes,
  type TreeNode,
} from './merkle.ts';

/**
 * Inclusion and consistency proofs of RFC 6962 sections 2.1.1 and 2.1.2.
 *
 * A proof is a list of subtree roots. Each is given first as the stored nodes
 * it folds from (one, or several at the right edge), so that a store fetches a
 * whole proof in one query.
 */
export type ProofNodes = readonly (readonly NodeRef[])[];

/** What proves that `leafHash` is leaf `index` of the tree of `size`: from its sibling up to the root's child. */
export function inclusionProofNodes(index: number, size: number): ProofNodes {
  assertTreeSize(size);
  assertTreeSize(index);
  if (index >= size) throw new LedgerError('ledger-range', { index, size });
  return path(index, 0, size);
}

/** What proves that the tree of `newer` leaves begins with the tree of `older` leaves. */
export function consistencyProofNodes(older: number, newer: number): ProofNodes {
  assertTreeSize(older);
  assertTreeSize(newer);
  if (older > newer) throw new LedgerError('ledger-range', { older, newer });
  return older === 0 ? [] : subproof(older, 0, newer, true);
}

export async function inclusionProof(index: number, size: number, readNodes: ReadNodes): Promise<Buffer[]> {
  const parts = inclusionProofNodes(index, size);
  return foldProof(parts, await readNodes(parts.flat()));
}

export async function consistencyProof(
  older: number,
  newer: number,
  readNodes: ReadNodes,
): Promise<Buffer[]> {
  const parts = consistencyProofNodes(older, newer);
  return foldProof(parts, await readNodes(parts.flat()));
}

/** The proof itself, from the nodes of `parts`. */
export function foldProof(parts: ProofNodes, nodes: readonly TreeNode[]): Buffer[] {
  const hashes = hashesOf(parts.flat(), nodes);
  return parts.map((part) => rootFromEdge(hashes.splice(0, part.length)));
}

/** PATH(index, D[start:end]). */
function path(index: number, start: number, end: number): NodeRef[][] {
  if (end - start === 1) return [];
  const split = start + splitOf(end - start);
  return index < split
    ? [...path(index, start, split), subtreeNodes(split, end)]
    : [...path(index, split, end), subtreeNodes(start, split)];
}

/** SUBPROOF(older, D[start:end], known); known: the verifier has this subtree's root already. */
function subproof(older: number, start: number, end: number, known: boolean): NodeRef[][] {
  if (older === end) return known ? [] : [subtreeNodes(start, end)];
  const split = start + splitOf(end - start);
  return older <= split
    ? [...subproof(older, start, split, known), subtreeNodes(split, end)]
    : [...subproof(older, split, end, false), subtreeNodes(start, split)];
}

/** The largest power of two below `count`. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
