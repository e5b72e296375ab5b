import { type FileType, REQUEST_FILE_MAX_BYTES, REQUEST_FILES_AT_ONCE } from '#schema/request.ts';
import { RequestError } from './request-error.ts';

/** A file as somebody sent it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface CheckedFile extends SentFile {
  readonly type: FileType;
}

const NAME_MAX = 100;

const STARTS: readonly (readonly [type: FileType, first: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** What a file is, by what it begins with; its name and what a browser says of it count for nothing. */
export function fileTypeOf(bytes: Buffer): FileType | undefined {
  const known = STARTS.find(([, first]) => first.every((byte, place) => bytes[place] === byte));
  if (known) return known[0];
  return bytes.length > 0 && isText(bytes) ? 'text/plain' : undefined;
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Control characters other than line ends and tabs: no text that somebody wrote.
    return !/[^\P{Cc}\t\n\r]/u.test(text);
  } catch {
    return false;
  }
}

/** @throws RequestError with the place of the file in `details.file`, counted from 1 */
export function checkFiles(files: readonly SentFile[]): CheckedFile[] {
  if (files.length > REQUEST_FILES_AT_ONCE)
    throw new RequestError('too-many-files', { max: REQUEST_FILES_AT_ONCE });
  return files.map(({ name, bytes }, index) => {
    if (bytes.length > REQUEST_FILE_MAX_BYTES) throw new RequestError('file-too-large', { file: index + 1 });
    const type = fileTypeOf(bytes);
    if (!type) throw new RequestError('file-type-unknown', { file: index + 1 });
    return { name: plainName(name, type), bytes, type };
  });
}

const ENDINGS: Readonly<Record<FileType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
  'text/html': 'html',
  'application/json': 'json',
};

/** A name without a path, without what a file system or a header would read as something else, with the ending of what it is. */
export function plainName(name: string, type: FileType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, NAME_MAX);
  return `${stem || 'file'}.${ENDINGS[type]}`;
}
