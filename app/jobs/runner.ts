import type { Job } from '#app/core/job/job-store.ts';
import { addMs, SECOND_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Log } from '#app/logger.server.ts';
import { BEAT_MS, CLAIM_MS, holdJob, type Lease } from './lease.ts';
import { retryInstant } from './retry.ts';

/**
 * Does one job. After a crash it may be asked again for the same one.
 *
 * @param lost aborted when another runner has taken the job over: long work looks at it now and then
 */
export type JobHandler = (job: Job, lost: AbortSignal) => Promise<void>;

export interface RunnerOptions {
  readonly core: Pick<Core, 'storage' | 'world'>;
  /** Kinds that wait for each other, and what does them. A stuck mail server must not hold up the rest. */
  readonly lanes: readonly Readonly<Record<string, JobHandler>>[];
  /** Kinds that come round by themselves: one row each, whatever the number of nodes. */
  readonly recurring: Readonly<Record<string, { readonly everyMs: number }>>;
  readonly log: Log;
  readonly pollMs?: number;
  /** How often the claim on a running job is renewed. */
  readonly beatMs?: number;
}

export interface JobRunner {
  start(): Promise<void>;
  /** Takes no more jobs and resolves when the running ones are done. */
  stop(): Promise<void>;
  /** Runs whatever is due now, also what becomes due by it; answers how many ran. */
  drain(): Promise<number>;
}

const RECURRING = 'recurring/';

/**
 * Works off the `job` table. Crash order: a job is claimed, done, then marked
 * as done; a crash before the mark leaves the claim to run out, and the job is
 * done once more. While it is being done its claim is renewed, however long.
 */
export function createJobRunner({
  core,
  lanes,
  recurring,
  log,
  pollMs = SECOND_MS,
  beatMs = BEAT_MS,
}: RunnerOptions): JobRunner {
  const { storage, world } = core;
  let running:
    | { stopped: boolean; readonly loops: Promise<void>[]; readonly wake: Set<() => void> }
    | undefined;

  async function runOne(handlers: Readonly<Record<string, JobHandler>>): Promise<boolean> {
    const kinds = Object.keys(handlers);
    const now = world.now();
    // A look costs no write; only then is the queue touched. One at a time, so that a claim covers one job only.
    if ((await storage.read.job.countDue(now, kinds)) === 0) return false;
    const until = addMs(now, CLAIM_MS);
    const [job] = await storage.transact((tx) => tx.job.claim(kinds, now, until, 1));
    if (!job) return false;
    const lease = holdJob(core, job, until, { beatMs, log });
    const settled = await runHeld(handlers[job.kind], job, lease);
    if (!settled) log.warn('job was taken over', { job: job.kind, attempt: job.attempts });
    return true;
  }

  async function runHeld(handler: JobHandler | undefined, job: Job, lease: Lease): Promise<boolean> {
    const everyMs = job.id.startsWith(RECURRING) ? recurring[job.kind]?.everyMs : undefined;
    try {
      await handler?.(job, lease.lost);
    } catch (error) {
      const retryAt = retryInstant(job, error, world.now(), everyMs);
      const settled = await lease.settle((tx) => tx.job.fail(job.id, describe(error), retryAt));
      if (settled)
        log[retryAt ? 'warn' : 'error']('job failed', { job: job.kind, attempt: job.attempts, error });
      return settled;
    }
    const at = world.now();
    return lease.settle((tx) =>
      everyMs === undefined ? tx.job.finish(job.id, at) : tx.job.repeat(job.id, addMs(at, everyMs)),
    );
  }

  async function loop(
    handlers: Readonly<Record<string, JobHandler>>,
    state: NonNullable<typeof running>,
  ): Promise<void> {
    while (!state.stopped) {
      const ran = await runOne(handlers).catch((error: unknown) => {
        log.error('job runner failed', { error });
        return false;
      });
      if (ran || state.stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, pollMs);
        function done(): void {
          clearTimeout(timer);
          state.wake.delete(done);
          resolve();
        }
        state.wake.add(done);
      });
    }
  }

  return {
    start: async () => {
      const at = world.now();
      await storage.transact(async (tx) => {
        for (const kind of Object.keys(recurring)) {
          const id = `${RECURRING}${kind}`;
          await tx.job.ensure({ id, kind, payload: '{}', sealed: null, keyId: null, runAt: at }, at);
        }
      });
      const state = { stopped: false, loops: [] as Promise<void>[], wake: new Set<() => void>() };
      running = state;
      state.loops.push(...lanes.map((handlers) => loop(handlers, state)));
    },
    stop: async () => {
      if (!running) return;
      running.stopped = true;
      for (const wake of running.wake) wake();
      await Promise.all(running.loops);
      running = undefined;
    },
    drain: async () => {
      let ran = 0;
      for (const handlers of lanes) while (await runOne(handlers)) ran += 1;
      return ran;
    },
  };
}

/** For the operator: our own errors say nothing personal, others' details stay out. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
}
