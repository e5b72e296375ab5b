import { createHash } from 'node:crypto';
import yazl from 'yazl';
import type { OpenedFile } from '#app/core/vault/doors/read-own-file.ts';
import { hashOfFiles } from '#app/files/own-zip.ts';

export type ZipContent = ReadonlyMap<string, Buffer | string>;

/** A manifest that fits these files; `change` spoils it. */
export function manifestFor(files: ZipContent, change: object = {}): string {
  const listed = [...files]
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, content]) => {
      const bytes = Buffer.from(content);
      return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  return JSON.stringify({
    format: 'driverseat/manifest/v2',
    exportedAt: '2026-03-02T09:00:00.000Z',
    filesSha256: hashOfFiles(listed),
    files: listed,
    ...change,
  });
}

export function withManifest(files: ZipContent): ZipContent {
  return new Map([...files, ['manifest.json', manifestFor(files)]]);
}

export async function packZip(
  files: Iterable<readonly [string, Buffer | string]>,
  options: Partial<yazl.Options> = {},
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Changes a name everywhere in a ZIP, in the directory and before the file; both have the same length. */
export function renameInZip(zip: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('names of one length');
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Bytes in memory as a sealed file would be read. */
export function openedFile(bytes: Buffer): OpenedFile {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
    pieces: async function* () {
      yield bytes;
    },
    close: async () => {},
  };
}
