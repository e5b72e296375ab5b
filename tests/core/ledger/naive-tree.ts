import { createHash } from 'node:crypto';
import type { ReadNodes, TreeNode } from '#app/core/ledger/merkle.ts';

/** RFC 6962 section 2.1 word for word, on whole lists of entries: the oracle for the tree that is built up. */
export function naiveRoot(entries: readonly Uint8Array[]): Buffer {
  const [only] = entries;
  if (only === undefined) return sha256();
  if (entries.length === 1) return sha256(Buffer.from([0]), only);
  const k = naiveSplit(entries.length);
  return sha256(Buffer.from([1]), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
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

function naiveSplit(n: number): number {
  return 2 ** (n - 1).toString(2).length / 2;
}

function sha256(...parts: Uint8Array[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}
