import { hash } from 'node:crypto';
import { LedgerError, LedgerFatalError } from './ledger-error.ts';

/**
 * The Merkle tree of RFC 6962 section 2.1 with SHA-256.
 *
 * Only full nodes exist in storage: node (level, index) is the root over the
 * 2^level leaves from index * 2^level on, written once when the last of them
 * arrives and never changed. Every root and every proof of every tree size is
 * made of these.
 */
export interface NodeRef {
  readonly level: number;
  readonly index: number;
}

export interface TreeNode extends NodeRef {
  readonly hash: Buffer;
}

/**
 * The roots of the full subtrees that a tree of some size splits into, largest
 * first: one for each 1 in the binary form of the size. The edge alone is
 * enough to append and to know the root.
 */
export type Edge = readonly Buffer[];

/** Reads the stored nodes asked for, in any order: one query for a whole proof. */
export type ReadNodes = (refs: readonly NodeRef[]) => Promise<readonly TreeNode[]> | readonly TreeNode[];

const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

export function hashLeaf(entry: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, entry]), 'buffer');
}

export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

export function assertTreeSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new LedgerError('ledger-range', { size });
}

/**
 * The full nodes that make up the leaves [start, end), largest first. The
 * range must be one that RFC 6962 splits a tree into: start is a multiple of
 * the power of two that is not below end - start.
 */
export function subtreeNodes(start: number, end: number): NodeRef[] {
  const nodes: NodeRef[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    while (2 ** (level + 1) <= end - at) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** The nodes whose hashes are the edge of a tree of this size. */
export function edgeNodes(size: number): NodeRef[] {
  assertTreeSize(size);
  return subtreeNodes(0, size);
}

/** The root over an edge; over none, the root of the empty tree. */
export function rootFromEdge(edge: Edge): Buffer {
  if (edge.length === 0) return hash('sha256', '', 'buffer');
  return edge.reduceRight((right: Buffer, left) => hashNode(left, right));
}

/** The hashes of `refs`, in that order. A node that should be stored and is not means a damaged log. */
export function hashesOf(refs: readonly NodeRef[], nodes: readonly TreeNode[]): Buffer[] {
  const found = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return refs.map(({ level, index }) => {
    const hash = found.get(`${level}/${index}`);
    if (hash !== undefined) return hash;
    throw new LedgerFatalError('ledger-node-missing', `The log lacks its node ${index} of level ${level}.`);
  });
}

/** The root of the tree of this size, which may be older than the newest. */
export async function rootOf(size: number, readNodes: ReadNodes): Promise<Buffer> {
  const refs = edgeNodes(size);
  return rootFromEdge(hashesOf(refs, await readNodes(refs)));
}

/**
 * Appends leaves to a tree of `size` with this edge, without reading storage.
 * `nodes` are all nodes that became full, leaves included, each exactly once
 * and in the order in which they became full: the caller stores them together
 * with the leaves or not at all.
 */
export function appendLeaves(
  size: number,
  leafHashes: readonly Buffer[],
  edge: Edge,
): { nodes: TreeNode[]; edge: Edge; root: Buffer } {
  if (edge.length !== edgeNodes(size).length) {
    throw new LedgerFatalError('ledger-edge-mismatch', `The stored edge does not belong to ${size} leaves.`);
  }
  const nodes: TreeNode[] = [];
  const grown = [...edge];
  for (const [offset, leafHash] of leafHashes.entries()) {
    let node: TreeNode = { level: 0, index: size + offset, hash: leafHash };
    nodes.push(node);
    // An odd node's left neighbour is the last of the edge.
    while (node.index % 2 === 1) {
      const left = grown.pop() as Buffer;
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: hashNode(left, node.hash) };
      nodes.push(node);
    }
    grown.push(node.hash);
  }
  return { nodes, edge: grown, root: rootFromEdge(grown) };
}
