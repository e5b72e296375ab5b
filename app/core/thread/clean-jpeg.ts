import type { CleanedBytes } from './clean-picture.ts';
import { orientationEntry, readOrientation } from './exif-orientation.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** JFIF; Adobe's, which says how colours are stored. Colour profiles stand in APP2 and are kept by their name. */
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;
const ICC = 'ICC_PROFILE\0';
const EXIF = 'Exif\0\0';

/** Keeps tables, scans, JFIF, colour profile and which way is up. */
export function cleanJpeg(bytes: Buffer): CleanedBytes | undefined {
  const kept: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | undefined;
  let orientation: number | undefined;
  let scanned = false;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) break;
    if (marker === START || marker === 0 || isBare(marker) || at + 4 > bytes.length) return undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      if (body.length < 6) return undefined;
      size = { height: body.readUInt16BE(1), width: body.readUInt16BE(3) };
    }
    if (marker === APP1 && body.toString('latin1', 0, EXIF.length) === EXIF)
      orientation ??= readOrientation(body.subarray(EXIF.length));
    if (isKept(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === SCAN) {
      scanned = true;
      at = endOfScan(bytes, at);
      if (at < 0) return undefined;
      kept.push(bytes.subarray(end, at));
    }
  }
  if (!size || !scanned) return undefined;
  const head = orientation === undefined ? [] : [orientationSegment(orientation)];
  const turned = orientation !== undefined && orientation >= 5;
  return {
    bytes: Buffer.concat([Buffer.from([0xff, START]), ...head, ...kept, Buffer.from([0xff, END])]),
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
  };
}

function isKept(marker: number, body: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > 0xef) return true;
  if (marker === APP0) return body.toString('latin1', 0, 5) === 'JFIF\0';
  if (marker === APP2) return body.toString('latin1', 0, ICC.length) === ICC;
  return marker === APP14 && body.toString('latin1', 0, 5) === 'Adobe';
}

/** Start of frame: any of the ways to code one. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Markers without a length, which stand inside a scan only. */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Where the next marker stands behind the coded data; -1 when there is none. */
function endOfScan(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return -1;
}

function orientationSegment(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from(EXIF, 'latin1'), orientationEntry(orientation)]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
