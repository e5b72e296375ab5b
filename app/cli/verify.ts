import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '#app/config.server.ts';
import { formatVerifierKey } from '#app/core/ledger/note-key.ts';
import { type LogReport, verifyLog } from '#app/core/ledger/verify-log.ts';
import { FatalError } from '#app/core/shared/app-error.ts';
import { openPortal } from '#app/portal.server.ts';
import { showProgress } from './show-progress.ts';

/**
 * `driverseat verify`: reads the whole log again and holds it against its
 * signed heads and the tables of current state. Changes nothing; the server
 * may run meanwhile. Ends with 0 only if the log is whole.
 */
export async function run(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args], options: {} });
  const config = readConfig();
  const { database } = config;
  if (database.engine === 'sqlite' && !existsSync(database.path)) {
    console.error(
      `There is no database at ${database.path}. Set DATABASE_URL and DATA_DIR as for the server. Example: DATA_DIR=./data/demo DATABASE_URL=sqlite:./data/demo/driverseat.sqlite`,
    );
    return 1;
  }
  try {
    const portal = await openPortal(config);
    try {
      if (portal.readOnlyBecause) console.error(portal.readOnlyBecause);
      const { signer } = portal;
      const startedAt = performance.now();
      const trust = { keys: [signer.key], lock: signer.lock };
      const report = await verifyLog(portal.core, trust, showProgress('Checking the log'));
      printReport(report, formatVerifierKey(signer.key), (performance.now() - startedAt) / 1000);
      return report.found === 0 ? 0 : 1;
    } finally {
      await portal.close();
    }
  } catch (error) {
    // A missing key, a lock that nobody signed: said in words already.
    if (!(error instanceof FatalError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function printReport(report: LogReport, verifierKey: string, seconds: number): void {
  const { size, root, opened, erased, checkpointSize, faults, found } = report;
  const perSecond = seconds > 0 ? Math.round(size / seconds) : size;
  const lines = [
    `entries     ${size}`,
    `root        ${root === '' ? 'cannot be computed: entries are missing' : root}`,
    `signed      ${checkpointSize === null ? 'nothing yet' : `the first ${checkpointSize} entries`}`,
    `opened      ${opened}${erased > 0 ? `, ${erased} belong to erased people` : ''}`,
    `key         ${verifierKey}`,
    `time        ${seconds.toFixed(1)} s, ${perSecond} entries a second`,
    ...faults.map(({ code, at, detail }) => `FAULT       ${code}  ${at}: ${detail}`),
    ...(found > faults.length ? [`FAULT       and ${found - faults.length} more`] : []),
    found === 0 ? 'The log is whole.' : `The log is NOT whole: ${found} ${found === 1 ? 'fault' : 'faults'}.`,
  ];
  console.log(lines.join('\n'));
}
