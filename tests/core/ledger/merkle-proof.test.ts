import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLeaves, hashLeaf, hashNode, type NodeRef, rootOf } from '#app/core/ledger/merkle.ts';
import {
  consistencyProof,
  consistencyProofNodes,
  inclusionProof,
  inclusionProofNodes,
} from '#app/core/ledger/merkle-proof.ts';
import { verifyConsistency, verifyInclusion } from '#app/core/ledger/merkle-verify.ts';
import {
  flipBit,
  naiveConsistency,
  naivePath,
  naiveRoot,
  naiveRootFromPath,
  naiveRootsFromProof,
  numberedEntries,
  readerOf,
} from './naive-tree.ts';
import { rfcConsistency, rfcEntries, rfcPaths } from './rfc6962-tree.ts';

const entries = numberedEntries(300);
const readNodes = readerOf(appendLeaves(0, entries.map(hashLeaf), []).nodes);
const roots = entries.map((_, index) => naiveRoot(entries.slice(0, index + 1)));
const treeOf = async (size: number) => ({ size, root: await rootOf(size, readNodes) });

describe('proofs', { timeout: 60_000 }, () => {
  it('are the published ones on the test tree of Certificate Transparency', async () => {
    const readRfc = readerOf(appendLeaves(0, rfcEntries.map(hashLeaf), []).nodes);
    for (const [index, size, hashes] of rfcPaths) {
      const proof = await inclusionProof(index, size, readRfc);
      expect(proof.map((hash) => hash.toString('hex'))).toEqual(hashes);
    }
    for (const [older, newer, hashes] of rfcConsistency) {
      const proof = await consistencyProof(older, newer, readRfc);
      expect(proof.map((hash) => hash.toString('hex'))).toEqual(hashes);
    }
  });

  it('are those of the recursive definition for all sizes up to 40', async () => {
    for (let size = 1; size <= 40; size += 1) {
      const tree = entries.slice(0, size);
      for (let index = 0; index < size; index += 1) {
        expect(await inclusionProof(index, size, readNodes)).toEqual(naivePath(index, tree));
        expect(await consistencyProof(index + 1, size, readNodes)).toEqual(naiveConsistency(index + 1, tree));
      }
    }
  });

  it('prove every leaf of every size up to 70 and of sizes around the powers of two', async () => {
    const sizes = [...Array.from({ length: 70 }, (_, n) => n + 1), 127, 128, 129, 255, 256, 257, 299, 300];
    for (const size of sizes) {
      const { root } = await treeOf(size);
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, readNodes);
        const leafHash = hashLeaf(entries[index] as Buffer);
        const claim = { leafHash, index, size, proof, root };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leafHash: hashLeaf(Buffer.from('another')) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: size - 1 - index })).toBe(size - 1 - index === index);
      }
    }
  });

  it('prove consistency between all pairs of sizes up to 300, and between no others', async () => {
    let proved = 0;
    for (let m = 0; m <= 300; m += 1) {
      const older = await treeOf(m);
      for (let n = m; n <= 300; n += 1) {
        const newer = n === 0 ? older : { size: n, root: roots[n - 1] as Buffer };
        const proof = await consistencyProof(m, n, readNodes);
        if (!verifyConsistency({ older, newer, proof })) throw new Error(`${m} -> ${n} does not verify`);
        const wrongOlder = { size: m, root: flipBit(older.root, n % 256) };
        const wrongNewer = { size: n, root: flipBit(newer.root, m % 256) };
        if (verifyConsistency({ older: wrongOlder, newer, proof })) throw new Error(`${m} -> ${n} forged`);
        if (m > 0 && verifyConsistency({ older, newer: wrongNewer, proof })) throw new Error(`${m} -> ${n}`);
        proved += 1;
      }
    }
    expect(proved).toBe((301 * 302) / 2);
  });

  it('fail after any bit is flipped, and with a hash too many, too few or out of order', async () => {
    for (const [index, size] of [
      [0, 300],
      [133, 257],
      [299, 300],
    ] as const) {
      const leafHash = hashLeaf(entries[index] as Buffer);
      const proof = await inclusionProof(index, size, readNodes);
      const { root } = await treeOf(size);
      const claim = { leafHash, index, size, proof, root };
      expect(verifyInclusion(claim)).toBe(true);
      for (const wrong of mutations(proof)) expect(verifyInclusion({ ...claim, proof: wrong })).toBe(false);
    }
    for (const [m, n] of [
      [1, 300],
      [128, 300],
      [133, 257],
      [299, 300],
    ] as const) {
      const proof = await consistencyProof(m, n, readNodes);
      const claim = { older: await treeOf(m), newer: await treeOf(n), proof };
      expect(verifyConsistency(claim)).toBe(true);
      for (const wrong of mutations(proof)) expect(verifyConsistency({ ...claim, proof: wrong })).toBe(false);
    }
  });

  it('are taken for another place, size or root only where the definition says so', async () => {
    const trees = await Promise.all(Array.from({ length: 18 }, (_, size) => treeOf(size)));
    const nonEmpty = trees.slice(1);
    for (const { size: n } of nonEmpty) {
      for (let m = 1; m <= n; m += 1) {
        const leafHash = hashLeaf(entries[m - 1] as Buffer);
        const path = await inclusionProof(m - 1, n, readNodes);
        const proof = await consistencyProof(m, n, readNodes);
        const [older, newer] = [trees[m]?.root as Buffer, trees[n]?.root as Buffer];
        for (const { size } of nonEmpty) {
          for (let claimed = 0; claimed < size; claimed += 1) {
            const claim = { leafHash, index: claimed, size, proof: path, root: newer };
            const naive = naiveRootFromPath(leafHash, claimed, size, path);
            expect(verifyInclusion(claim)).toBe(naive?.equals(newer) ?? false);

            const roots = naiveRootsFromProof(claimed + 1, size, proof, older);
            const fits = roots?.[0].equals(older) && roots[1].equals(newer);
            const claims = { older: { size: claimed + 1, root: older }, newer: { size, root: newer }, proof };
            expect(verifyConsistency(claims)).toBe(fits ?? false);
          }
        }
      }
    }
  });

  it('hold in trees far larger than 32-bit numbers', async () => {
    // All leaves alike: every full node of a level has the same hash, so a tree of any size costs nothing.
    const levels = [hashLeaf(Buffer.from('same'))];
    for (let level = 0; level < 53; level += 1) {
      levels.push(hashNode(levels[level] as Buffer, levels[level] as Buffer));
    }
    const readSame = (refs: readonly NodeRef[]) =>
      refs.map((ref) => ({ ...ref, hash: levels[ref.level] as Buffer }));
    const size = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    await fc.assert(
      fc.asyncProperty(size, size, async (a, b) => {
        const [m, n] = [Math.min(a, b), Math.max(a, b)];
        const older = { size: m, root: await rootOf(m, readSame) };
        const newer = { size: n, root: await rootOf(n, readSame) };
        const leafHash = levels[0] as Buffer;
        const proof = await inclusionProof(m - 1, n, readSame);
        expect(verifyInclusion({ leafHash, index: m - 1, size: n, proof, root: newer.root })).toBe(true);
        const extension = await consistencyProof(m, n, readSame);
        expect(verifyConsistency({ older, newer, proof: extension })).toBe(true);
      }),
    );
  });

  it('need only nodes that are stored by then, and together with the leaf cover the whole tree once', () => {
    const size = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(size, size, (a, b) => {
        const [index, size] = [Math.min(a, b) - 1, Math.max(a, b)];
        const nodes = [...inclusionProofNodes(index, size).flat(), { level: 0, index }];
        const ranges = nodes.map(({ level, index }) => [index * 2 ** level, (index + 1) * 2 ** level]);
        ranges.sort(([a = 0], [b = 0]) => a - b);
        expect(ranges[0]?.[0]).toBe(0);
        expect(ranges.at(-1)?.[1]).toBe(size);
        for (const [at, range] of ranges.slice(1).entries()) expect(range[0]).toBe(ranges[at]?.[1]);
      }),
    );
  });

  it('are refused for what is not in the tree', () => {
    expect(() => inclusionProofNodes(8, 8)).toThrow('ledger-range');
    expect(() => inclusionProofNodes(-1, 8)).toThrow('ledger-range');
    expect(() => inclusionProofNodes(0.5, 8)).toThrow('ledger-range');
    expect(() => consistencyProofNodes(9, 8)).toThrow('ledger-range');
  });

  it('that are malformed are false, never an exception', async () => {
    const [leafHash, { root }] = [hashLeaf(entries[0] as Buffer), await treeOf(8)];
    const proof = await inclusionProof(0, 8, readNodes);
    const claim = { leafHash, index: 0, size: 8, proof, root };
    for (const wrong of [
      { index: 8 },
      { index: -1 },
      { index: Number.NaN },
      { size: 2 ** 60 },
      { size: 0 },
      { leafHash: leafHash.subarray(1) },
      { root: Buffer.alloc(0) },
    ]) {
      expect(verifyInclusion({ ...claim, ...wrong })).toBe(false);
    }
    const short = Buffer.alloc(31);
    expect(verifyInclusion({ leafHash: short, index: 0, size: 1, proof: [], root: short })).toBe(false);
    const same = { size: 1, root: short };
    expect(verifyConsistency({ older: same, newer: same, proof: [] })).toBe(false);
    const empty = await treeOf(0);
    expect(verifyConsistency({ older: empty, newer: { size: 8, root }, proof: [root] })).toBe(false);
    const older = { size: 3, root: (await treeOf(3)).root };
    expect(verifyConsistency({ older, newer: older, proof: [root] })).toBe(false);
    expect(verifyConsistency({ older, newer: { size: 2, root }, proof: [] })).toBe(false);
    expect(verifyConsistency({ older: { size: -1, root }, newer: older, proof: [] })).toBe(false);
    expect(verifyConsistency({ older: { size: 0, root }, newer: older, proof: [] })).toBe(false);
    expect(verifyConsistency({ older, newer: { size: 8, root }, proof: [] })).toBe(false);
  });
});

function* mutations(proof: readonly Buffer[]): Generator<Buffer[]> {
  for (const [at, hash] of proof.entries()) {
    for (let bit = 0; bit < 256; bit += 1) yield proof.with(at, flipBit(hash, bit));
    yield proof.toSpliced(at, 1);
    yield proof.toSpliced(at, 0, hash);
    yield proof.with(at, hash.subarray(0, 31));
  }
  yield [...proof, Buffer.alloc(32)];
  if (proof.length > 1) yield proof.toReversed();
}
