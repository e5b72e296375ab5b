import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import yazl from 'yazl';
import type { ExportManifest } from '#schema/export-manifest.ts';
import type { Instant } from '#schema/instant.ts';

/** One file of the ZIP; its text is read once, to its end, before the next file is asked for. */
export interface NamedFile {
  readonly name: string;
  readonly text: string | AsyncIterable<string>;
  /** Instead of the text, for what is none. */
  readonly bytes?: Buffer;
}

/**
 * Files as one ZIP, closed by a manifest. Nothing is held but the piece at
 * hand: whoever reads slowly is waited for, whoever goes away ends it.
 */
export function ownZip(files: AsyncIterable<NamedFile>, exportedAt: Instant): Readable {
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  const mtime = new Date(exportedAt);
  const fail = (error: unknown) => void out.destroy(error instanceof Error ? error : new Error('no file'));
  zip.on('error', fail);

  async function pump(): Promise<void> {
    const listed: ExportManifest['files'] = [];
    for await (const { name, text, bytes: whole } of files) {
      const hash = createHash('sha256');
      let size = 0;
      const noted = async function* (): AsyncGenerator<Buffer> {
        for await (const piece of whole ? [whole] : typeof text === 'string' ? [text] : inLumps(text)) {
          const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
          hash.update(bytes);
          size += bytes.length;
          yield bytes;
        }
      };
      const stream = Readable.from(noted(), { objectMode: false });
      const leave = () => stream.destroy();
      out.once('close', leave);
      zip.addReadStream(stream, name, { mtime });
      await finished(stream, { writable: false });
      out.off('close', leave);
      listed.push({ name, size, sha256: hash.digest('hex') });
    }
    zip.addBuffer(Buffer.from(manifestOf(exportedAt, listed), 'utf8'), 'manifest.json', { mtime });
    zip.end();
  }

  pump().catch(fail);
  return out;
}

const LUMP = 32 * 1024;

/** A line at a time is a call of the compressor each; together they are few. */
async function* inLumps(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let lump = '';
  for await (const line of lines) {
    lump += line;
    if (lump.length < LUMP) continue;
    yield lump;
    lump = '';
  }
  if (lump !== '') yield lump;
}

function manifestOf(exportedAt: Instant, files: ExportManifest['files']): string {
  const manifest: ExportManifest = {
    format: 'driverseat/manifest/v2',
    exportedAt,
    filesSha256: hashOfFiles(files),
    files,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** One value for all files: over what `sha256sum` prints of them, in the order of the manifest. */
export function hashOfFiles(files: ExportManifest['files']): string {
  const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
