const ORIENTATION_TAG = 0x0112;
const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/**
 * Which way is up, 1 to 8, out of a TIFF block: the one thing in it without
 * which a picture from a telephone lies on its side. Undefined: not said.
 */
export function readOrientation(tiff: Buffer): number | undefined {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < HEADER_BYTES || (order !== 'II' && order !== 'MM')) return undefined;
  const little = order === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = short(directory);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return undefined;
    if (short(at) !== ORIENTATION_TAG) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A TIFF block that says which way is up and nothing else. */
export function orientationEntry(orientation: number): Buffer {
  const tiff = Buffer.alloc(HEADER_BYTES + 2 + ENTRY_BYTES + 4);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(HEADER_BYTES, 4);
  tiff.writeUInt16BE(1, HEADER_BYTES);
  tiff.writeUInt16BE(ORIENTATION_TAG, HEADER_BYTES + 2);
  // Type 3, one short.
  tiff.writeUInt16BE(3, HEADER_BYTES + 4);
  tiff.writeUInt32BE(1, HEADER_BYTES + 6);
  tiff.writeUInt16BE(orientation, HEADER_BYTES + 10);
  return tiff;
}
