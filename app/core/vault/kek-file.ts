import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { KEY_BYTES } from './sealed-format.ts';
import { VaultError } from './vault-error.ts';

/**
 * Reads the key-encryption keys, one base64 line each, newest first; creates
 * the file on the very first start.
 *
 * @param dataExists true when a database is already there: then a missing file
 *   is an error, because a new key would make every value unreadable for good
 */
export function loadKekFile(path: string, dataExists: boolean): Buffer[] {
  if (!existsSync(path)) {
    if (dataExists) {
      throw new VaultError(
        `The key file ${path} is missing, but there is data under its key. Put the file back from your key backup.`,
      );
    }
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    fsyncSync(file);
    closeSync(file);
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Buffer.from(line.trim(), 'base64'));
}

/** Puts a new key in front: it wraps from the next start on, the old ones still unwrap. Atomic: written apart, then renamed. */
export function addKek(path: string): void {
  const apart = `${path}.new`;
  const file = openSync(apart, 'w', 0o600);
  writeSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n${readFileSync(path, 'utf8')}`);
  fsyncSync(file);
  closeSync(file);
  renameSync(apart, path);
}
