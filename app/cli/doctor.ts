import { type Config, ConfigError, readConfig } from '#app/config.server.ts';
import { checkDatabase } from './doctor/check-database.ts';
import { checkFiles } from './doctor/check-files.ts';
import { checkMail } from './doctor/check-mail.ts';
import { checkPlace } from './doctor/check-place.ts';
import { checkSms } from './doctor/check-sms.ts';
import type { Finding } from './doctor/finding.ts';

/**
 * `driverseat doctor`: looks at everything a portal needs and says for each
 * fault what to do. Ends with 0 only if nothing is at fault; advice does not
 * count as one.
 */
export async function run(): Promise<number> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    print([{ about: 'configuration', verdict: 'fault', text: error.message }]);
    return 1;
  }
  const findings: Finding[] = [{ about: 'configuration', verdict: 'ok', text: `open at ${config.baseUrl}` }];
  findings.push(...(await checkPlace(config)));
  const files = checkFiles(config);
  findings.push(...files);
  // Opening would create what is missing; a portal that was never set up is left as it is.
  if (files.every(({ verdict }) => verdict !== 'fault')) findings.push(...(await checkDatabase(config)));
  findings.push(...(await checkMail(config)));
  findings.push(...checkSms(config));
  print(findings);
  return findings.some(({ verdict }) => verdict === 'fault') ? 1 : 0;
}

const WORDS = { ok: 'ok    ', advice: 'advice', fault: 'FAULT ' } as const;

function print(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ about }) => about.length));
  for (const { about, verdict, text, todo } of findings) {
    console.log(`${WORDS[verdict]}  ${about.padEnd(width)}  ${text}`);
    if (todo) console.log(`${' '.repeat(WORDS.ok.length + width + 4)}${todo}`);
  }
}
