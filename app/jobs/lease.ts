import type { Job } from '#app/core/job/job-store.ts';
import { addMs, MINUTE_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Writers } from '#app/core/shared/storage.ts';
import type { Log } from '#app/logger.server.ts';
import type { Instant } from '#schema/instant.ts';

/** A claim that nobody renewed for so long is taken over by another runner: its own is dead, or cut off. */
export const CLAIM_MS = 5 * MINUTE_MS;
/** Four beats may fail before the claim runs out. */
export const BEAT_MS = MINUTE_MS;

/** A runner's hold on one job for as long as it works on it. */
export interface Lease {
  /** Aborted once another runner has the job: what goes on here is for nothing. */
  readonly lost: AbortSignal;
  /**
   * Ends the hold and marks the job in one transaction.
   *
   * @returns false when another runner has the job: then nothing is marked
   */
  settle(mark: (tx: Writers) => Promise<void>): Promise<boolean>;
}

/**
 * Renews the claim on a job at every beat, so that work of any length stays
 * one. The instant up to which it is claimed is the token: whoever claims it
 * after it ran out writes another, and the old one opens nothing any more.
 */
export function holdJob(
  { storage, world }: Pick<Core, 'storage' | 'world'>,
  { id, kind }: Job,
  claimedUntil: Instant,
  { beatMs, log }: { readonly beatMs: number; readonly log: Log },
): Lease {
  const lost = new AbortController();
  let held = claimedUntil;
  let beating = Promise.resolve();

  async function beat(): Promise<void> {
    const until = addMs(world.now(), CLAIM_MS);
    try {
      if (await storage.transact((tx) => tx.job.extend(id, held, until))) held = until;
      else lost.abort(new Error('another runner has the job'));
    } catch (error) {
      // The claim still runs for a while; the next beat may get through.
      log.warn('job not renewed', { job: kind, error });
    }
  }

  const timer = setInterval(() => {
    if (!lost.signal.aborted) beating = beating.then(beat);
  }, beatMs);
  timer.unref();

  return {
    lost: lost.signal,
    settle: async (mark) => {
      clearInterval(timer);
      await beating;
      return storage.transact(async (tx) => {
        if (!(await tx.job.extend(id, held, held))) return false;
        await mark(tx);
        return true;
      });
    },
  };
}
