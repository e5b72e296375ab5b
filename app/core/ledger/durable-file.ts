import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Creates a small private file (mode 0600) that is whole and durable when this
 * returns true. False when the name is taken: of several writers exactly one
 * gets true. A crash at any point leaves the name absent or whole.
 *
 * 1. write and fsync under a name of its own    crash: a stray file that nobody reads
 * 2. link it to the name                        refuses a taken name, where a rename would overwrite the winner
 * 3. fsync the folder                           crash before: the name may be lost, and nobody was told of it
 */
export function createDurably(path: string, text: string): boolean {
  const folder = dirname(resolve(path));
  const firstCreated = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stray = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    const file = openSync(stray, 'wx', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(stray, path);
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  } finally {
    rmSync(stray, { force: true });
  }
  syncFolders(folder, firstCreated === undefined ? folder : dirname(firstCreated));
  return true;
}

/** Makes the names in a folder durable, and in its parents up to `top`. */
function syncFolders(folder: string, top: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (folder !== top) syncFolders(dirname(folder), top);
}

/** ENOENT: the winner of a race has cleared the stray file away. */
function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EEXIST' || code === 'ENOENT';
}
