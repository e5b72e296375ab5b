import { join } from 'node:path';
import { readConfig } from '#app/config.server.ts';
import { rewrap } from '#app/core/vault/doors/rewrap.ts';
import { addKek, loadKekFile } from '#app/core/vault/kek-file.ts';
import { keyEncryption } from '#app/core/vault/key-encryption.ts';
import { openPortal } from '#app/portal.server.ts';

/**
 * `driverseat rotate-key`: a new key-encryption key, and every data key wrapped
 * with it; values are not touched. Resumable: run it again after a stop.
 * Restart the server afterwards; the old key stays in the file for backups.
 */
export async function run(): Promise<number> {
  const config = readConfig();
  const path = join(config.dataDir, 'keys', 'kek.key');
  const portal = await openPortal(config);
  try {
    addKek(path);
    const rewrapped = await rewrap(portal.database.keyStore, keyEncryption(loadKekFile(path, true)));
    console.log(`${rewrapped} keys are wrapped with the new key. Restart the server, then back up ${path}.`);
    return 0;
  } finally {
    await portal.close();
  }
}
