import type { CleanedBytes } from './clean-picture.ts';

const HEAD_BYTES = 12;
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of VP8X that announce Exif and XMP. */
const ANNOUNCED = 0x08 | 0x04;

/** Chunk by chunk; Exif, XMP and unknown ones are left out. */
export function cleanWebp(bytes: Buffer): CleanedBytes | undefined {
  const until = 8 + bytes.readUInt32LE(4);
  if (until > bytes.length || until < HEAD_BYTES) return undefined;
  const kept: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | undefined;
  let pixels = false;
  for (let at = HEAD_BYTES; at + 8 <= until; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > until) return undefined;
    const chunk = Buffer.from(bytes.subarray(at, Math.min(end, until)));
    const body = chunk.subarray(8, 8 + length);
    if (type === 'VP8X' && length >= 10) {
      chunk.writeUInt8((chunk[8] ?? 0) & ~ANNOUNCED, 8);
      size ??= { width: 1 + body.readUIntLE(4, 3), height: 1 + body.readUIntLE(7, 3) };
    }
    if (type === 'VP8 ' && length >= 10)
      size ??= { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff };
    if (type === 'VP8L' && length >= 5) {
      const bits = body.readUInt32LE(1);
      size ??= { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    pixels ||= ['VP8 ', 'VP8L', 'ANMF'].includes(type);
    if (KEPT.has(type)) kept.push(chunk);
    at = end;
  }
  if (!size || !pixels) return undefined;
  const body = Buffer.concat(kept);
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  head.write('WEBP', 8, 'latin1');
  return { bytes: Buffer.concat([head, body]), ...size };
}
