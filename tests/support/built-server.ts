import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '#tests/support/free-port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface BuiltServer {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Sends SIGTERM and answers with the exit code. Removes the data folder unless it was given. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface BuiltServerOptions {
  /** Joins the environment; `PORT`, `BASE_URL`, `DATA_DIR` and `DATABASE_URL` (SQLite) have defaults. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Keeps what was there, for restarts. */
  readonly dataDir?: string;
}

/** The real thing: the build of `npm run build` in a process of its own. Answers once `/readyz` says yes. */
export async function startBuiltServer(options: BuiltServerOptions = {}): Promise<BuiltServer> {
  if (!existsSync(join(root, 'build/server/server.js'))) {
    throw new Error('There is no build to test: run `npm run build` first');
  }
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'driverseat-data-'));
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const { child, output, ended } = runBuilt(['build/server/server.js'], {
    PORT: port,
    BASE_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: `sqlite:${join(dataDir, 'driverseat.sqlite')}`,
    ...options.environment,
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    const code = await ended;
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  const deadline = Date.now() + 30_000;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop('SIGKILL');
      throw new Error(`the built server did not get ready (exit code ${child.exitCode}):\n${output()}`);
    }
    await wait(50);
  }
  return { url, dataDir, process: child, output, stop };
}

/** Runs a program of the checkout to its end. */
export async function runProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { output, ended } = runBuilt(args, environment);
  const code = await ended;
  return { code, output: output() };
}

function runBuilt(args: readonly string[], environment: Readonly<Record<string, string>>) {
  // Not the environment of the test runner: NODE_ENV=test would choose React's slow build.
  const own = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', ...environment };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: own as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => chunks.join('') };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}
