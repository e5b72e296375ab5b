import { AppError } from '../shared/app-error.ts';

export const IMPORT_REFUSALS = [
  'no-file',
  'busy',
  'not-zip',
  'too-large',
  'bomb',
  'path',
  'link',
  'duplicate',
  'encrypted',
  'no-manifest',
  'wrong-hash',
  'missing-file',
  'extra-file',
  'older-version',
  'newer-version',
  'unknown-version',
  'malformed',
] as const;
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number];

/** A file that is not taken, and nothing of it; `details.file` names the part at fault where that helps. */
export class ImportError extends AppError<ImportRefusal> {
  constructor(code: ImportRefusal, file?: string, options?: ErrorOptions) {
    super(code, file === undefined ? {} : { file: file.slice(0, 80) }, options);
  }
}
