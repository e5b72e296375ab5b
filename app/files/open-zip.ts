import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { ImportError } from '#app/core/import/import-error.ts';
import type { OpenedFile } from '#app/core/vault/doors/read-own-file.ts';

/** More than any export of ours has; what says more in its directory is not even looked into. */
const MOST_FILES = 10_000;
const MOST_BYTES = 600 * 1024 * 1024;
/** Text packs to a tenth, tables of the same words to a thirtieth. Small files may be anything. */
const MOST_RATIO = 100;
const FREE_BYTES = 1024 * 1024;
const READ_BYTES = 64 * 1024;

/** A ZIP from a stranger whose directory was read and found harmless. Nothing is unpacked to disk, ever. */
export interface SafeZip {
  readonly names: readonly string[];
  /** @throws ImportError when the content is not what the directory says */
  stream(name: string): AsyncGenerator<Buffer>;
  text(name: string, mostBytes: number): Promise<string>;
  lines(name: string, mostBytes: number): AsyncGenerator<string>;
}

class FileReader extends yauzl.RandomAccessReader {
  readonly #file: OpenedFile;

  constructor(file: OpenedFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file;
    const pieces = async function* () {
      for (let at = start; at < end; at += READ_BYTES)
        yield await file.read(at, Math.min(end, at + READ_BYTES));
    };
    return Readable.from(pieces(), { objectMode: false });
  }
}

/**
 * Reads the directory and refuses what no honest export has: too much, names
 * that lead elsewhere, links, passwords, one name twice.
 *
 * @throws ImportError
 */
export async function openZip(file: OpenedFile): Promise<SafeZip> {
  const entries = new Map<string, yauzl.Entry>();
  const zip = await openDirectory(file);
  if (zip.entryCount > MOST_FILES) throw new ImportError('bomb');
  let total = 0;
  const seen = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = safeName(entry);
      if (seen.has(name.toLowerCase())) throw new ImportError('duplicate', name);
      seen.add(name.toLowerCase());
      total += entry.uncompressedSize;
      const swollen =
        entry.uncompressedSize > FREE_BYTES && entry.uncompressedSize > entry.compressedSize * MOST_RATIO;
      if (total > MOST_BYTES || entries.size >= MOST_FILES || swollen) throw new ImportError('bomb', name);
      entries.set(name, entry);
    }
  } catch (error) {
    throw refusalOf(error);
  }
  return readingOf(zip, entries);
}

async function openDirectory(file: OpenedFile): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromRandomAccessReaderPromise(new FileReader(file), file.size, {
      autoClose: false,
      // Names come as bytes: what they may be is decided here, in one place.
      decodeStrings: false,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Plain words, dots and dashes in folders below: nothing absolute, nothing upwards, no drive, no backslash. */
const NAME = /^(?!\.)[A-Za-z0-9._-]+(?:\/(?!\.)[A-Za-z0-9._-]+)*$/;
const UNIX_TYPE = 0o170_000;
const UNIX_FILE = 0o100_000;

function safeName(entry: yauzl.Entry): string {
  const name = entry.fileNameRaw.toString('latin1');
  if (!NAME.test(name) || name.length > 200) throw new ImportError('path');
  const type = (entry.externalFileAttributes >>> 16) & UNIX_TYPE;
  if (type !== 0 && type !== UNIX_FILE) throw new ImportError('link', name);
  if (entry.isEncrypted()) throw new ImportError('encrypted', name);
  if (!entry.canDecodeFileData()) throw new ImportError('not-zip', name);
  return name;
}

function readingOf(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>): SafeZip {
  async function* stream(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new ImportError('missing-file', name);
    try {
      // Checked against the directory while it is read: more than was announced ends it.
      for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer;
    } catch (error) {
      throw refusalOf(error, name);
    }
  }
  async function* lines(name: string, mostBytes: number): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let rest = '';
    const decode = (piece?: Buffer) => {
      try {
        return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      } catch (cause) {
        throw new ImportError('malformed', name, { cause });
      }
    };
    for await (const piece of stream(name)) {
      const parts = (rest + decode(piece)).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > mostBytes) throw new ImportError('malformed', name);
      yield* parts;
    }
    rest += decode();
    if (rest !== '') yield rest;
  }
  return {
    names: [...entries.keys()],
    stream,
    lines,
    text: async (name, mostBytes) => {
      if ((entries.get(name)?.uncompressedSize ?? 0) > mostBytes) throw new ImportError('malformed', name);
      const parts: Buffer[] = [];
      for await (const piece of stream(name)) parts.push(piece);
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
      } catch (cause) {
        throw new ImportError('malformed', name, { cause });
      }
    },
  };
}

/** What the unpacker says in its own words means one of two things to a person. */
function refusalOf(error: unknown, name?: string): ImportError {
  if (error instanceof ImportError) return error;
  return new ImportError(name === undefined ? 'not-zip' : 'malformed', name, { cause: error });
}
