import { open as openFile } from 'node:fs/promises';
import type { CustomerId, OwnFileId } from '#schema/ids.ts';
import type { OwnFile } from '../../export/own-file-store.ts';
import type { Core } from '../../shared/core.ts';
import { open, openJson } from '../open.ts';
import { ownFilePlace, ownFileSummaryPlace, profileKeyId } from '../places.ts';
import { PIECE_BYTES, piecePlace } from '../seal-file.ts';
import { HEADER_BYTES, NONCE_BYTES, TAG_BYTES } from '../sealed-format.ts';
import { VaultError } from '../vault-error.ts';

/** A sealed file, opened piece by piece as it is read. */
export interface OpenedFile {
  /** Of plain bytes. */
  readonly size: number;
  /** From `start` up to but not including `end`. */
  read(start: number, end: number): Promise<Buffer>;
  pieces(): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const ADDED = HEADER_BYTES + NONCE_BYTES + TAG_BYTES;
const SEALED_BYTES = PIECE_BYTES + ADDED;

/**
 * Door 1 of 5 again: the signed-in customer's own file on disk. The caller has
 * established that the file is this customer's.
 *
 * @throws VaultError for a file that is cut short, longer, or changed in any bit
 */
export async function openOwnFile(
  core: Pick<Core, 'keys'>,
  customerId: CustomerId,
  fileId: OwnFileId,
  path: string,
): Promise<OpenedFile> {
  const key = await core.keys.get(profileKeyId(customerId));
  const file = await openFile(path, 'r');
  const { size: sealedSize } = await file.stat();
  const count = Math.ceil(sealedSize / SEALED_BYTES);
  const size = sealedSize - count * ADDED;
  let kept: { readonly number: number; readonly plain: Buffer } | undefined;

  async function piece(number: number): Promise<Buffer> {
    if (kept?.number === number) return kept.plain;
    const sealed = Buffer.alloc(Math.min(SEALED_BYTES, sealedSize - number * SEALED_BYTES));
    await file.read(sealed, 0, sealed.length, number * SEALED_BYTES);
    const place = piecePlace(ownFilePlace(fileId), number, number === count - 1);
    kept = { number, plain: open(key, place, sealed) };
    return kept.plain;
  }

  async function read(start: number, end: number): Promise<Buffer> {
    if (start < 0 || end > size || start > end) throw new VaultError(`outside of the file ${fileId}`);
    const parts: Buffer[] = [];
    for (let at = start; at < end; ) {
      const number = Math.floor(at / PIECE_BYTES);
      const plain = await piece(number);
      const from = at - number * PIECE_BYTES;
      const part = plain.subarray(from, Math.min(plain.length, from + end - at));
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  return {
    size,
    read,
    pieces: async function* () {
      try {
        for (let number = 0; number < count; number += 1) yield await piece(number);
      } finally {
        await file.close();
      }
    },
    close: () => file.close(),
  };
}

/** What was found in an upload when it was checked; null for a file that has no such thing. */
export async function openOwnFileSummary(
  core: Pick<Core, 'keys'>,
  { id, customerId, summary }: OwnFile,
): Promise<unknown> {
  if (!summary) return null;
  return openJson(await core.keys.get(profileKeyId(customerId)), ownFileSummaryPlace(id), summary);
}
