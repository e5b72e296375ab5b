import { LedgerError } from './ledger-error.ts';
import type { NodeRef } from './merkle.ts';

/**
 * The public form of the tree, c2sp.org/tlog-tiles: a tile is a row of up to
 * 256 nodes, a bundle the entries under a tile of level 0. Full ones never
 * change; the one at the right edge is partial and named by its width.
 */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
}

export const FULL_WIDTH = 256;

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
const LENGTH_BYTES = 2;

/** The path below the log's prefix, like `tile/0/x001/234.p/5`. */
export function formatTilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const folders = padded.replace(/\d{3}(?=\d)/g, 'x$&/');
  return `tile/${level}/${folders}${width === FULL_WIDTH ? '' : `.p/${width}`}`;
}

/** Undefined for anything but the one spelling of a tile's path. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, folders, width] = PATH.exec(path) ?? [];
  if (level === undefined || folders === undefined) return undefined;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(folders.replace(/[x/]/g, '')),
    width: width === undefined ? FULL_WIDTH : Number(width),
  };
  const known = (tile.level === 'entries' || tile.level <= 63) && tile.width <= FULL_WIDTH;
  return known && Number.isSafeInteger(tile.index) && formatTilePath(tile) === path ? tile : undefined;
}

/**
 * Whether a tree of this size has all hashes (or entries) of the tile. Ask with
 * the size of the newest checkpoint: nothing beyond it is public yet.
 */
export function hasTile(size: number, { level, index, width }: Tile): boolean {
  return index * FULL_WIDTH + width <= Math.floor(size / FULL_WIDTH ** rank(level));
}

/** All tiles of one level that a tree of this size has: full ones, then the partial one if any. */
export function tilesOf(size: number, level: Tile['level']): Tile[] {
  const hashes = Math.floor(size / FULL_WIDTH ** rank(level));
  const full = Math.floor(hashes / FULL_WIDTH);
  const tiles = Array.from({ length: full }, (_, index): Tile => ({ level, index, width: FULL_WIDTH }));
  const rest = hashes % FULL_WIDTH;
  return rest === 0 ? tiles : [...tiles, { level, index: full, width: rest }];
}

/** The stored nodes whose hashes, one after the other, are the bytes of the tile; for a bundle, its leaves. */
export function tileNodes({ level, index, width }: Tile): NodeRef[] {
  const first = index * FULL_WIDTH;
  return Array.from({ length: width }, (_, offset) => ({ level: rank(level) * 8, index: first + offset }));
}

/** Entries, each after its length as big-endian uint16. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Buffer {
  const parts = entries.flatMap((entry) => {
    if (entry.length > 0xffff) throw new LedgerError('ledger-tile-malformed');
    return [Buffer.of(entry.length >> 8, entry.length & 0xff), entry];
  });
  return Buffer.concat(parts);
}

export function decodeEntryBundle(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at + LENGTH_BYTES;
    const end = start <= bytes.length ? start + bytes.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) throw new LedgerError('ledger-tile-malformed');
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  return entries;
}

function rank(level: Tile['level']): number {
  return level === 'entries' ? 0 : level;
}
