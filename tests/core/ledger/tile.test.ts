import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLeaves, hashesOf, hashLeaf, rootFromEdge } from '#app/core/ledger/merkle.ts';
import {
  decodeEntryBundle,
  encodeEntryBundle,
  formatTilePath,
  hasTile,
  parseTilePath,
  type Tile,
  tileNodes,
  tilesOf,
} from '#app/core/ledger/tile.ts';
import { flipBit, naiveRoot, numberedEntries, readerOf } from './naive-tree.ts';

const widths = (size: number, level: Tile['level']) => tilesOf(size, level).map(({ width }) => width);

describe('a tile', { timeout: 30_000 }, () => {
  it('has the path of the C2SP document', () => {
    expect(formatTilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(formatTilePath({ level: 'entries', index: 273, width: 112 })).toBe('tile/entries/273.p/112');
    expect(formatTilePath({ level: 63, index: 0, width: 1 })).toBe('tile/63/000.p/1');
  });

  it('is found again under its path', () => {
    const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
    const tile = fc.record({ level, index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(
      fc.property(tile, (tile) => {
        expect(parseTilePath(formatTilePath(tile))).toEqual(tile);
      }),
    );
  });

  it('has no other path', () => {
    for (const path of [
      '',
      'tile',
      'tile/0',
      'tile/0/',
      'tile/0/1',
      'tile/0/0001',
      'tile/00/000',
      'tile/64/000',
      'tile/-1/000',
      'tile/0/x000/001',
      'tile/0/001/002',
      'tile/0/x001',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/257',
      'tile/0/000.p/01',
      'tile/0/000.p/',
      'tile/0/000.p',
      'tile/0/000/',
      '/tile/0/000',
      'tile/0/000?x',
      'tile/0/000\n',
      'tile/Entries/000',
      'tile/entries/../000',
      `tile/0/${'x999/'.repeat(6)}999`,
    ]) {
      expect(parseTilePath(path)).toBeUndefined();
    }
  });

  it('exists in the numbers the C2SP document gives for 70,000 and for 256 entries', () => {
    expect(widths(70_000, 0)).toEqual([...Array(273).fill(256), 112]);
    expect(widths(70_000, 1)).toEqual([256, 17]);
    expect(widths(70_000, 2)).toEqual([1]);
    expect(widths(70_000, 3)).toEqual([]);
    expect(widths(256, 0)).toEqual([256]);
    expect(widths(256, 1)).toEqual([1]);
    expect(widths(0, 'entries')).toEqual([]);
  });

  it('is there for a size exactly when all of it is', () => {
    const size = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(size, fc.constantFrom(0, 1, 2, 'entries' as const), (size, level) => {
        const tiles = tilesOf(size, level);
        for (const tile of tiles) expect(hasTile(size, tile)).toBe(true);
        const last = tiles.at(-1);
        if (last && last.width < 256) {
          expect(hasTile(size, { ...last, width: last.width + 1 })).toBe(false);
        }
        expect(hasTile(size, { level, index: tiles.length, width: 1 })).toBe(false);
      }),
    );
  });

  it('holds the roots of the full tiles below, up to the root of the log', async () => {
    const entries = numberedEntries(1000);
    const { nodes, root } = appendLeaves(0, entries.map(hashLeaf), []);
    const readNodes = readerOf(nodes);
    const bytesOf = async (tile: Tile) => {
      const refs = tileNodes(tile);
      return Buffer.concat(hashesOf(refs, await readNodes(refs)));
    };
    const [upper, ...none] = tilesOf(1000, 1);
    expect(none).toEqual([]);
    const upperBytes = await bytesOf(upper as Tile);
    for (const tile of tilesOf(1000, 0)) {
      const covered = entries.slice(tile.index * 256, tile.index * 256 + tile.width);
      const bytes = await bytesOf(tile);
      expect(bytes).toEqual(Buffer.concat(covered.map(hashLeaf)));
      const bundle = decodeEntryBundle(encodeEntryBundle(covered));
      expect(Buffer.concat(bundle.map(hashLeaf))).toEqual(bytes);
      if (tile.width === 256) {
        expect(upperBytes.subarray(tile.index * 32, tile.index * 32 + 32)).toEqual(naiveRoot(covered));
      }
    }
    const partial = naiveRoot(entries.slice(768));
    const full = [0, 1, 2].map((at) => upperBytes.subarray(at * 32, at * 32 + 32));
    const left = appendLeaves(0, full, []).edge;
    expect(rootFromEdge([...left, partial])).toEqual(root);
  });
});

describe('an entry bundle', () => {
  it('gives back its entries', () => {
    expect(encodeEntryBundle([Buffer.from('ab'), Buffer.alloc(0)]).toString('hex')).toBe('000261620000');
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (entries) => {
        const decoded = decodeEntryBundle(encodeEntryBundle(entries));
        expect(decoded.map((entry) => Uint8Array.from(entry))).toEqual(entries);
      }),
    );
    const largest = Buffer.alloc(0xffff, 1);
    expect(decodeEntryBundle(encodeEntryBundle([largest]))).toEqual([largest]);
    expect(() => encodeEntryBundle([Buffer.alloc(0x10000)])).toThrow('ledger-tile-malformed');
  });

  it('is another set of leaves, or none, after any bit is flipped', () => {
    const entries = Array.from({ length: 5 }, (_, n) => Buffer.alloc(33, n));
    const leaves = Buffer.concat(entries.map(hashLeaf));
    const bytes = encodeEntryBundle(entries);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      expect(leavesOf(flipBit(bytes, bit))?.equals(leaves)).not.toBe(true);
    }
    for (let end = 1; end < bytes.length; end += 1) {
      expect(leavesOf(bytes.subarray(0, end))?.equals(leaves)).not.toBe(true);
    }
  });
});

function leavesOf(bundle: Buffer): Buffer | undefined {
  try {
    return Buffer.concat(decodeEntryBundle(bundle).map(hashLeaf));
  } catch {
    return undefined;
  }
}
