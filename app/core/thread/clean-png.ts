import type { CleanedBytes } from './clean-picture.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const AROUND = 12;

/** What draws the picture: pixels, palette, transparency, colours, size of a pixel, frames of an animation. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** Chunk by chunk; texts, times, Exif and unknown ones are left out. */
export function cleanPng(bytes: Buffer): CleanedBytes | undefined {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  let size: { readonly width: number; readonly height: number } | undefined;
  let pixels = false;
  let at = SIGNATURE_BYTES;
  for (;;) {
    if (at + AROUND > bytes.length) return undefined;
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + AROUND + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return undefined;
    if (!size) {
      if (type !== 'IHDR' || length !== 13) return undefined;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    pixels ||= type === 'IDAT';
    at = end;
    if (type === 'IEND') break;
  }
  return pixels ? { bytes: Buffer.concat(kept), ...size } : undefined;
}
