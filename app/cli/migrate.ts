import { readConfig } from '#app/config.server.ts';
import { openPortal } from '#app/portal.server.ts';

/** `driverseat migrate`: brings the schema up to date and creates keys and log on the very first run. */
export async function run(): Promise<number> {
  const portal = await openPortal(readConfig());
  const { engine } = portal.database;
  await portal.close();
  console.log(`The ${engine} database is up to date.`);
  return 0;
}
