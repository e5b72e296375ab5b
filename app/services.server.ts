import { type Auth, createAuth } from './auth/auth.ts';
import type { Config } from './config.server.ts';
import type { Job } from './core/job/job-store.ts';
import { formatVerifierKey } from './core/ledger/note-key.ts';
import { signHead } from './core/ledger/sign-head.ts';
import type { Core } from './core/shared/core.ts';
import type { World } from './core/shared/world.ts';
import { type DemoPerson, readDemoPeople } from './demo-people.server.ts';
import { buildOwnFile, type FileCore, removeExpiredFiles } from './files/build-own-file.ts';
import { createShelf, type Shelf } from './files/shelf.ts';
import { createJobs } from './jobs/create-jobs.ts';
import type { JobRunner } from './jobs/runner.ts';
import { createLogWatch, type LogHealth } from './log-health.server.ts';
import { createLogger, type Logger } from './logger.server.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { openPortal, type Portal } from './portal.server.ts';
import { createTexter, type Texter } from './sms/texter.ts';

/** Everything a page, a router or a job works with; composed once. */
export interface Services {
  readonly core: Core;
  readonly auth: Auth;
  readonly mailer: Mailer;
  /** How text messages go out; `none`: a number cannot be confirmed here. */
  readonly sms: Texter['mode'];
  /** Work that nobody asks for; commands and tests may drain it. */
  readonly jobs: JobRunner;
  readonly config: { readonly baseUrl: string; readonly demo: boolean; readonly dataDir: string };
  /** The log's public key, as its verifiers write it. */
  readonly verifierKey: string;
  /** Files of customers on disk. */
  readonly shelf: Shelf;
  demoPeople(): readonly DemoPerson[];
  logHealth(): LogHealth;
  /** Checks the whole log now. */
  checkLog(): Promise<LogHealth>;
  /** Signs the log's head if it grew. */
  signHead(): Promise<void>;
  readiness(): Promise<{ ok: boolean; checks: Record<string, string> }>;
  /** Begins the work that nobody asks for: jobs, and the hourly check of the log. Only the server does. */
  start(): Promise<void>;
  /** Ends it, signs the log's head once more and closes everything. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly logger?: Logger;
  readonly world?: World;
}

export async function createServices(config: Config, options: ServiceOptions = {}): Promise<Services> {
  const logger = options.logger ?? createLogger(config.logLevel);
  const portal = await openPortal(config, { logger, ...(options.world ? { world: options.world } : {}) });
  const { core } = portal;
  const secureCookies = config.baseUrl.startsWith('https:');
  const auth = createAuth(core, { secureCookies });
  const { smtpUrl, mailFrom, baseUrl, demo, dataDir } = config;
  const mailer = createMailer({ core, smtpUrl, mailFrom, baseUrl, demo, log: logger('mail') });
  const { smsUrl, smsToken } = config;
  const texter = createTexter({ core, smsUrl, smsToken, baseUrl, demo });
  const signLog = async () => {
    if (!portal.readOnlyBecause) await signHead(core, portal.signer);
  };
  const verifierKey = formatVerifierKey(portal.signer.key);
  const shelf = createShelf(dataDir);
  const fileCore: FileCore = { ...core, verifierKey, shelf };
  const files = {
    build: (job: Job, lost: AbortSignal) => buildOwnFile(fileCore, job, lost),
    removeExpired: () => removeExpiredFiles(fileCore),
  };
  const cleanStorage = () => portal.database.checkpointWal();
  const jobs = createJobs({
    core,
    mailer,
    texter,
    signHead: signLog,
    cleanStorage,
    log: logger('jobs'),
    files,
  });
  const watch = createLogWatch(portal, logger('ledger'));
  const people = demo ? readDemoPeople(dataDir) : [];
  return {
    core,
    auth,
    mailer,
    sms: texter.mode,
    jobs,
    config: { baseUrl, demo, dataDir },
    verifierKey,
    shelf,
    demoPeople: () => people,
    logHealth: watch.health,
    checkLog: watch.check,
    signHead: signLog,
    readiness: () => readiness(portal, mailer),
    start: async () => {
      await jobs.start();
      watch.start();
    },
    close: async () => {
      await jobs.stop();
      await watch.stop();
      mailer.close();
      // What cannot be signed now is signed at the next start; closing must not hang on it.
      await signLog().catch((error: unknown) => logger('ledger').error('head not signed', { error }));
      await portal.close();
    },
  };
}

async function readiness(
  portal: Portal,
  mailer: Mailer,
): Promise<{ ok: boolean; checks: Record<string, string> }> {
  const { database, readOnlyBecause } = portal;
  const { missing, unknown } = await database.pendingMigrations();
  const { mode, waiting } = await mailer.readiness();
  const checks = {
    log: readOnlyBecause ? 'rolled back: read-only' : 'ok',
    migrations:
      missing.length + unknown.length === 0 ? 'ok' : `missing ${missing.length}, unknown ${unknown.length}`,
    database: await database.writeProbe().then(
      () => 'ok',
      () => 'takes no writes',
    ),
    mail: mode === 'none' ? `no server, ${waiting} waiting` : 'ok',
  };
  // Mails that wait delay mails and nothing else.
  const ok = checks.log === 'ok' && checks.migrations === 'ok' && checks.database === 'ok';
  return { ok, checks };
}
