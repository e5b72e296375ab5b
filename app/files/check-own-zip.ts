import { createHash } from 'node:crypto';
import { ImportError } from '#app/core/import/import-error.ts';
import { createEntryVerifier, type OwnLog } from '#app/core/import/verify-entry.ts';
import { createBreather } from '#app/core/shared/breather.ts';
import { ExportManifest } from '#schema/export-manifest.ts';
import { BroughtEntry, ImportedExport } from '#schema/own-export.ts';
import type { SafeZip } from './open-zip.ts';
import { hashOfFiles } from './own-zip.ts';

const MANIFEST = 'manifest.json';
const DATA = 'driverseat-export.json';
/** Of the data and of the list of files: what is older lacks parts, what is newer may say things otherwise. */
const KNOWN_VERSION = 2;
const MOST_JSON = 16 * 1024 * 1024;
const MOST_LINE = 256 * 1024;
const MOST_TEXT = 256 * 1024;
const MOST_ENTRIES = 250_000;
/** Of lists in lists: ours have six at most, and whatever reads or writes JSON has an end somewhere. */
const MOST_NESTED = 50;
const TEXT_NAME = /^(?:brought\/)?texts\/([0-9a-f]{64})\.json$/;

/** A ZIP that is what its manifest says, byte for byte, and says something we can read. */
export interface CheckedZip {
  readonly data: ImportedExport;
  readonly entries: { readonly count: number; readonly verified: number; readonly own: number };
}

/** @throws ImportError with the reason; nothing was kept of the file by then */
export async function checkOwnZip(zip: SafeZip, own: OwnLog): Promise<CheckedZip> {
  await checkManifest(zip);
  const data = await readData(zip);
  const entries = { count: 0, verified: 0, own: 0 };
  for await (const { entry, verified } of broughtEntries(zip, own)) {
    if (entry.log.origin === own.origin && entry.log.key === own.key) entries.own += 1;
    else {
      entries.count += 1;
      if (verified) entries.verified += 1;
    }
  }
  return { data, entries };
}

async function checkManifest(zip: SafeZip): Promise<void> {
  if (!zip.names.includes(MANIFEST)) throw new ImportError('no-manifest');
  const manifest = parse(
    await zip.text(MANIFEST, MOST_JSON),
    'driverseat/manifest/',
    ExportManifest,
    MANIFEST,
  );
  if (hashOfFiles(manifest.files) !== manifest.filesSha256) throw new ImportError('wrong-hash', MANIFEST);
  const listed = new Map(manifest.files.map((file) => [file.name, file]));
  if (listed.size !== manifest.files.length) throw new ImportError('duplicate', MANIFEST);
  const extra = zip.names.find((name) => name !== MANIFEST && !listed.has(name));
  if (extra !== undefined) throw new ImportError('extra-file', extra);
  const names = new Set(zip.names);
  for (const { name, size, sha256 } of manifest.files) {
    if (!names.has(name)) throw new ImportError('missing-file', name);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of zip.stream(name)) {
      hash.update(piece);
      bytes += piece.length;
    }
    if (bytes !== size || hash.digest('hex') !== sha256) throw new ImportError('wrong-hash', name);
  }
}

async function readData(zip: SafeZip): Promise<ImportedExport> {
  if (!zip.names.includes(DATA)) throw new ImportError('missing-file', DATA);
  return parse(await zip.text(DATA, MOST_JSON), 'driverseat/export/', ImportedExport, DATA);
}

/** JSON of ours: of a version we know, or of another, which is a reason of its own. */
function parse<T>(
  text: string,
  family: string,
  shape: { safeParse(value: unknown): { readonly data?: T | undefined } },
  name: string,
): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ImportError(name === MANIFEST ? 'no-manifest' : 'malformed', name, { cause });
  }
  if (isDeeper(value, MOST_NESTED)) throw new ImportError('malformed', name);
  const parsed = shape.safeParse(value).data;
  if (parsed !== undefined) return parsed;
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  const version = typeof format === 'string' && format.startsWith(family) ? format.slice(family.length) : '';
  const number = /^v(\d{1,4})$/.exec(version)?.[1];
  if (number !== undefined && Number(number) !== KNOWN_VERSION)
    throw new ImportError(Number(number) < KNOWN_VERSION ? 'older-version' : 'newer-version');
  if (version !== '' && number === undefined) throw new ImportError('unknown-version');
  throw new ImportError(name === MANIFEST ? 'no-manifest' : 'malformed', name);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/** Every entry in the file, with whether its proof holds. @throws ImportError for a line that is none */
export async function* broughtEntries(
  zip: SafeZip,
  own: OwnLog,
): AsyncGenerator<{ readonly entry: BroughtEntry; readonly verified: boolean }> {
  const verify = createEntryVerifier(own);
  const breathe = createBreather();
  let count = 0;
  const files = zip.names.filter((name) => /^proofs\/|^brought\/entries\.ndjson$/.test(name));
  for (const name of files) {
    for await (const line of zip.lines(name, MOST_LINE)) {
      if (line === '') continue;
      count += 1;
      if (count > MOST_ENTRIES) throw new ImportError('bomb', name);
      const entry = parseEntry(line, name);
      yield { entry, verified: verify(entry) };
      await breathe();
    }
  }
}

function parseEntry(line: string, name: string): BroughtEntry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ImportError('malformed', name, { cause });
  }
  const parsed = isDeeper(value, MOST_NESTED) ? undefined : BroughtEntry.safeParse(value);
  if (!parsed?.success) throw new ImportError('malformed', name);
  return parsed.data;
}

/** The texts in the file: by the hash that is their name. */
export async function* broughtTexts(
  zip: SafeZip,
): AsyncGenerator<{ readonly textHash: string; readonly card: string }> {
  for (const name of zip.names) {
    const textHash = TEXT_NAME.exec(name)?.[1];
    if (textHash) yield { textHash, card: await zip.text(name, MOST_TEXT) };
  }
}
