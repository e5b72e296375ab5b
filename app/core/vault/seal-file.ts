import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { seal } from './seal.ts';

/** Plain bytes in each sealed piece but the last: small enough to hold, large enough that sealing costs little. */
export const PIECE_BYTES = 64 * 1024;

/** The last piece is sealed at a place of its own: a file cut short at a seam does not open. */
export const piecePlace = (place: string, number: number, last: boolean): string =>
  `${place}/${number}${last ? '/last' : ''}`;

/**
 * Writes a stream as a sealed file, piece by piece; never a plain byte on disk.
 * It stands under its name only when it is whole and flushed; after a crash
 * there is a rest that nobody reads.
 *
 * @returns the number of plain bytes
 */
export async function sealToFile(
  path: string,
  key: Buffer,
  place: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // A second builder of the same file must not write into the first one's rest.
  const rest = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(rest, 'wx', 0o600);
  try {
    let size = 0;
    let number = 0;
    let waiting: Buffer[] = [];
    let held = 0;
    const write = async (piece: Buffer, last: boolean) => {
      await file.write(seal(key, piecePlace(place, number, last), piece));
      number += 1;
    };
    for await (const bytes of source) {
      size += bytes.length;
      waiting.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
      held += bytes.length;
      // One byte more than a piece must be there, or it could be the last.
      if (held <= PIECE_BYTES) continue;
      let plain = Buffer.concat(waiting);
      for (; plain.length > PIECE_BYTES; plain = plain.subarray(PIECE_BYTES))
        await write(plain.subarray(0, PIECE_BYTES), false);
      waiting = [Buffer.from(plain)];
      held = plain.length;
    }
    await write(Buffer.concat(waiting), true);
    await file.sync();
    await file.close();
    await rename(rest, path);
    return size;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(rest, { force: true });
    throw error;
  }
}
