import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerFatalError } from '#app/core/ledger/ledger-error.ts';
import { appendLeaves, edgeNodes, hashLeaf, rootFromEdge, rootOf } from '#app/core/ledger/merkle.ts';
import { naiveRoot, numberedEntries, readerOf } from './naive-tree.ts';
import { rfcEntries, rfcRoots } from './rfc6962-tree.ts';

describe('the Merkle tree', { timeout: 30_000 }, () => {
  it('has the published roots of the eight test leaves of Certificate Transparency', async () => {
    const { nodes } = appendLeaves(0, rfcEntries.map(hashLeaf), []);
    for (const [size, root] of rfcRoots.entries()) {
      expect((await rootOf(size, readerOf(nodes))).toString('hex')).toBe(root);
    }
  });

  it('has the root of the recursive definition after every batch, however the batches fall', async () => {
    const batches = fc.array(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(batches, async (batches) => {
        const entries: Uint8Array[] = [];
        const nodes = [];
        let edge: readonly Buffer[] = [];
        for (const batch of batches) {
          const appended = appendLeaves(entries.length, batch.map(hashLeaf), edge);
          entries.push(...batch);
          nodes.push(...appended.nodes);
          edge = appended.edge;
          expect(appended.root).toEqual(naiveRoot(entries));
          expect(rootFromEdge(edge)).toEqual(appended.root);
        }
        for (let size = 0; size <= entries.length; size += 1) {
          expect(await rootOf(size, readerOf(nodes))).toEqual(naiveRoot(entries.slice(0, size)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives each full node once, when its last leaf arrives, and no other node', () => {
    const entries = numberedEntries(133);
    const { nodes } = appendLeaves(0, entries.map(hashLeaf), []);
    const expected: string[] = [];
    for (let level = 0; 2 ** level <= entries.length; level += 1) {
      for (let index = 0; (index + 1) * 2 ** level <= entries.length; index += 1) {
        const covered = entries.slice(index * 2 ** level, (index + 1) * 2 ** level);
        expected.push(`${level}/${index} ${naiveRoot(covered).toString('hex')}`);
      }
    }
    const given = nodes.map(({ level, index, hash }) => `${level}/${index} ${hash.toString('hex')}`);
    expect(given.toSorted()).toEqual(expected.toSorted());
  });

  it('keeps the edge it was given untouched', () => {
    const { edge } = appendLeaves(0, numberedEntries(7).map(hashLeaf), []);
    const before = edge.map((hash) => hash.toString('hex'));
    appendLeaves(7, numberedEntries(9).map(hashLeaf), edge);
    expect(edge.map((hash) => hash.toString('hex'))).toEqual(before);
  });

  it('refuses an edge of another size', () => {
    const { edge } = appendLeaves(0, numberedEntries(6).map(hashLeaf), []);
    expect(() => appendLeaves(7, [], edge)).toThrow(LedgerFatalError);
    expect(() => appendLeaves(-1, [], [])).toThrow('ledger-range');
    expect(() => edgeNodes(2 ** 53)).toThrow('ledger-range');
  });

  it('names a stored node that is gone', async () => {
    const { nodes } = appendLeaves(0, numberedEntries(6).map(hashLeaf), []);
    const damaged = nodes.filter(({ level, index }) => level !== 1 || index !== 2);
    await expect(rootOf(6, readerOf(damaged))).rejects.toThrow('node 2 of level 1');
  });
});
