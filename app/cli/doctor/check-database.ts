import type { Config } from '#app/config.server.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import { openPortal, type Portal } from '#app/portal.server.ts';
import { msOf } from '#schema/instant.ts';
import type { Finding } from './finding.ts';

const LATE_MS = 10 * 60 * 1000;

/** The database behind its own assertions (durability, migrations), the log's lock, and who may do what. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  let portal: Portal;
  try {
    portal = await openPortal(config);
  } catch (error) {
    const text = error instanceof Error ? error.message : 'cannot be opened';
    return [
      { about: 'database', verdict: 'fault', text, todo: 'Check DATABASE_URL, the files and their owner.' },
    ];
  }
  try {
    return [
      await checkWrites(portal),
      await checkMigrations(portal),
      await checkLog(portal),
      await checkMails(portal),
      ...(await checkPeople(portal)),
    ];
  } finally {
    await portal.close();
  }
}

async function checkWrites({ database }: Portal): Promise<Finding> {
  const size = `${(((await database.sizeBytes()) ?? 0) / 1024 ** 2).toFixed(1)} MB`;
  try {
    await database.writeProbe();
    return {
      about: 'writing',
      verdict: 'ok',
      text: `${database.engine}, ${size}, durable on every connection`,
    };
  } catch {
    const todo = 'Is the disk full or mounted read-only? Does the file belong to the user of the server?';
    return {
      about: 'writing',
      verdict: 'fault',
      text: `the ${database.engine} database takes no writes`,
      todo,
    };
  }
}

async function checkMigrations({ database }: Portal): Promise<Finding> {
  const { missing, unknown } = await database.pendingMigrations();
  if (unknown.length > 0) {
    const text = `the database knows ${unknown.join(', ')}, this program does not`;
    return { about: 'schema', verdict: 'fault', text, todo: 'Start the newer version of Driverseat.' };
  }
  return missing.length > 0
    ? { about: 'schema', verdict: 'fault', text: `${missing.join(', ')} missing`, todo: 'driverseat migrate' }
    : { about: 'schema', verdict: 'ok', text: 'up to date' };
}

async function checkLog({ core, readOnlyBecause }: Portal): Promise<Finding> {
  const about = 'log';
  if (readOnlyBecause) {
    const todo =
      'Bring back a database at least as new as the last signed head; until then nothing is written.';
    return { about, verdict: 'fault', text: readOnlyBecause, todo };
  }
  const { ledger } = core.storage.read;
  const state = await ledger.state();
  const head = await ledger.latestCheckpoint();
  const size = state?.size ?? 0;
  const signed = head?.size ?? 0;
  const waited = state && size > signed ? msOf(core.world.now()) - msOf(state.lastAt) : 0;
  const text = `${size} entries, ${signed} of them signed`;
  return waited > LATE_MS
    ? { about, verdict: 'advice', text, todo: 'Nothing was signed for a while. Is the server running?' }
    : { about, verdict: 'ok', text: `${text}; "driverseat verify" checks them` };
}

async function checkMails({ core }: Portal): Promise<Finding> {
  const failed = await core.storage.read.job.countFailed();
  const waiting = await core.storage.read.job.countDue(core.world.now(), [MAIL_JOB]);
  const text = `${waiting} waiting, ${failed} given up`;
  const todo = 'See the log of the server for why; the operator page shows the numbers.';
  return failed > 0
    ? { about: 'mail queue', verdict: 'advice', text, todo }
    : { about: 'mail queue', verdict: 'ok', text };
}

async function checkPeople({ core }: Portal): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, slug, profile } of await core.storage.read.company.all()) {
    const staff = (await core.storage.read.staff.ofCompany(id)).filter(({ endedAt }) => endedAt === null);
    const lacks = (['officer', 'owner'] as const).filter(
      (role) => !staff.some(({ roles }) => roles.includes(role)),
    );
    const about = `company ${slug}`;
    const todo = `driverseat staff add --company ${slug} --role ${lacks[0]} --email … --name …`;
    findings.push(
      lacks.length > 0
        ? { about, verdict: 'advice', text: `${profile.name} has no ${lacks.join(' and no ')}`, todo }
        : { about, verdict: 'ok', text: `${profile.name}, ${staff.length} staff` },
    );
  }
  return findings.length > 0
    ? findings
    : [{ about: 'companies', verdict: 'advice', text: 'none yet', todo: 'driverseat company add FILE.json' }];
}
