import { readDemoConfig } from '#app/config.server.ts';
import { isSeeded, seed } from './seed.ts';

const DEMO_CUSTOMERS = 500;

/** `driverseat demo`: demo data in `data/demo/` when there is none yet, then the server. */
export async function run(): Promise<number> {
  const config = readDemoConfig();
  if (!isSeeded(config)) await seed(config, DEMO_CUSTOMERS);
  const { startServer } = await import('#app/server.ts');
  await startServer(config);
  const lines = [
    '',
    `  Driverseat is open at ${config.baseUrl}`,
    '',
    `  ${config.baseUrl}/demo       people to sign in as, with one click`,
    `  ${config.baseUrl}/demo/mail  mails that went out`,
    `  ${config.baseUrl}/join/alpenrad  a new customer at the till`,
    '',
    '  Ctrl+C ends it. Everything is kept in the data folder.',
    '',
  ];
  console.log(lines.join('\n'));
  // The server keeps the program running.
  return 0;
}
