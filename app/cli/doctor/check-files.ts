import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '#app/config.server.ts';
import { signingKeyPath } from '#app/core/ledger/signing-key.ts';
import { loadKekFile } from '#app/core/vault/kek-file.ts';
import { keyEncryption } from '#app/core/vault/key-encryption.ts';
import type { Finding } from './finding.ts';

/** What stands on disk and must be there, private and whole. Creates nothing. */
export function checkFiles(config: Config): Finding[] {
  const { database, dataDir } = config;
  const kek = join(dataDir, 'keys', 'kek.key');
  if (database.engine === 'sqlite' && !existsSync(database.path) && !existsSync(kek)) {
    const todo = 'Set DATABASE_URL and DATA_DIR, or run "driverseat migrate" for a new portal.';
    return [{ about: 'data', verdict: 'fault', text: `there is no portal in ${dataDir}`, todo }];
  }
  return [
    ...(database.engine === 'sqlite' ? [checkFile('database', database.path)] : []),
    checkKek(kek),
    checkFile('signing key', signingKeyPath(dataDir), 'Nothing can be signed without it.'),
    checkLock(join(dataDir, 'checkpoint-lock')),
  ];
}

function checkFile(about: string, path: string, why = ''): Finding {
  if (!existsSync(path)) {
    const todo = `${why} Put the file back from your backup.`.trim();
    return { about, verdict: 'fault', text: `${path} is missing`, todo };
  }
  // A private folder protects what is in it.
  const open = [path, dirname(path)].every((one) => (statSync(one).mode & 0o077) !== 0);
  return open && process.platform !== 'win32'
    ? { about, verdict: 'advice', text: `${path} can be read by others`, todo: `chmod 600 ${path}` }
    : { about, verdict: 'ok', text: path };
}

function checkKek(path: string): Finding {
  const about = 'key file';
  const found = checkFile(about, path, 'Without it every value is unreadable for good.');
  if (found.verdict === 'fault') return found;
  try {
    keyEncryption(loadKekFile(path, true));
    return found;
  } catch {
    const todo = 'Put the file back from your key backup; do not start the server before.';
    return { about, verdict: 'fault', text: `${path} holds no keys of 32 bytes`, todo };
  }
}

function checkLock(folder: string): Finding {
  const about = 'lock file';
  return existsSync(folder)
    ? { about, verdict: 'ok', text: folder }
    : {
        about,
        verdict: 'advice',
        text: `${folder} is missing`,
        todo: 'It is made with the first signature. If heads were signed before, put it back from its own backup.',
      };
}
