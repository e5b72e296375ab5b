import { createHash } from 'node:crypto';
import type { ReadNodes, TreeNode } from '#app/core/ledger/merkle.ts';

/** RFC 6962 section 2.1 word for word, on whole lists of entries: the oracle for the tree that is built up. */
export function naiveRoot(entries: readonly Uint8Array[]): Buffer {
  const [only] = entries;
  if (only === undefined) return sha256();
  if (entries.length === 1) return sha256(Buffer.from([0]), only);
  const k = naiveSplit(entries.length);
  return naiveNode(naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

export function naivePath(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return [];
  const k = naiveSplit(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return m < k ? [...naivePath(m, left), naiveRoot(right)] : [...naivePath(m - k, right), naiveRoot(left)];
}

export function naiveConsistency(m: number, entries: readonly Uint8Array[]): Buffer[] {
  const subproof = (m: number, d: readonly Uint8Array[], whole: boolean): Buffer[] => {
    if (m === d.length) return whole ? [] : [naiveRoot(d)];
    const k = naiveSplit(d.length);
    const [left, right] = [d.slice(0, k), d.slice(k)];
    if (m <= k) return [...subproof(m, left, whole), naiveRoot(right)];
    return [...subproof(m - k, right, false), naiveRoot(left)];
  };
  return subproof(m, entries, true);
}

/** The root that a path leads to, read from the definition of PATH; undefined when it does not fit. */
export function naiveRootFromPath(
  leaf: Buffer,
  m: number,
  n: number,
  path: readonly Buffer[],
): Buffer | undefined {
  const last = path.at(-1);
  if (m >= n) return undefined;
  if (n === 1) return last === undefined ? leaf : undefined;
  if (last === undefined) return undefined;
  const k = naiveSplit(n);
  const rest = path.slice(0, -1);
  const inner = m < k ? naiveRootFromPath(leaf, m, k, rest) : naiveRootFromPath(leaf, m - k, n - k, rest);
  if (inner === undefined) return undefined;
  return m < k ? naiveNode(inner, last) : naiveNode(last, inner);
}

/** Both roots that a consistency proof leads to, read from the definition of SUBPROOF. */
export function naiveRootsFromProof(
  m: number,
  n: number,
  proof: readonly Buffer[],
  known: Buffer | undefined,
): [Buffer, Buffer] | undefined {
  const last = proof.at(-1);
  if (m === n) {
    const root = known ?? last;
    return root !== undefined && proof.length === (known ? 0 : 1) ? [root, root] : undefined;
  }
  if (last === undefined) return undefined;
  const k = naiveSplit(n);
  const rest = proof.slice(0, -1);
  const inner =
    m <= k ? naiveRootsFromProof(m, k, rest, known) : naiveRootsFromProof(m - k, n - k, rest, undefined);
  if (inner === undefined) return undefined;
  const [older, newer] = inner;
  return m <= k ? [older, naiveNode(newer, last)] : [naiveNode(last, older), naiveNode(last, newer)];
}

/** Entries that differ from each other. */
export function numberedEntries(count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index}`));
}

/** What a store does, over nodes in memory. */
export function readerOf(nodes: readonly TreeNode[]): ReadNodes {
  const stored = new Map(nodes.map((node) => [`${node.level}/${node.index}`, node]));
  return (refs) => refs.flatMap(({ level, index }) => stored.get(`${level}/${index}`) ?? []);
}

export function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return flipped;
}

function naiveNode(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.from([1]), left, right);
}

function naiveSplit(n: number): number {
  return 2 ** (n - 1).toString(2).length / 2;
}

function sha256(...parts: Uint8Array[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}
