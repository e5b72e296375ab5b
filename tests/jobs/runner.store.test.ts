import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Job } from '#app/core/job/job-store.ts';
import { HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { createJobs } from '#app/jobs/create-jobs.ts';
import { retryInstant } from '#app/jobs/retry.ts';
import { createJobRunner, type JobHandler, type RunnerOptions } from '#app/jobs/runner.ts';
import type { Log } from '#app/logger.server.ts';
import { msOf } from '#schema/instant.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { NO_FILES } from '#tests/support/no-files.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

const events: string[] = [];
const write = (event: string) => void events.push(event);
const log: Log = { debug: write, info: write, warn: write, error: write };

describe.each(ENGINES)('background work on %s', (engine) => {
  let it: TestCore;
  let count = 0;
  const runner = (kind: string, handler: JobHandler, options: Partial<RunnerOptions> = {}) =>
    createJobRunner({
      core: it.core,
      lanes: [{ [kind]: handler }],
      recurring: {},
      log,
      pollMs: 5,
      ...options,
    });
  const insert = (kind: string, job: Partial<Job> = {}) => {
    const row = {
      id: it.world.newId(),
      kind,
      payload: '{}',
      sealed: null,
      keyId: null,
      runAt: it.world.now(),
      ...job,
    };
    return it.core.storage.transact((tx) => tx.job.insert(row, it.world.now()));
  };
  const newKind = () => `kind-${++count}`;

  beforeAll(async () => {
    it = await createTestCore(engine);
  });
  afterAll(() => it.close());

  test('each job is done once, in the order of its time, also by four runners at once', async () => {
    const kind = newKind();
    const done: string[] = [];
    for (let n = 0; n < 40; n += 1) await insert(kind, { payload: `${n}`, runAt: it.world.advance(1) });
    const runners = Array.from({ length: 4 }, () =>
      runner(kind, async ({ payload }) => void done.push(payload)),
    );
    const ran = await Promise.all(runners.map((one) => one.drain()));
    expect(ran.reduce((sum, part) => sum + part, 0)).toBe(40);
    expect(new Set(done).size).toBe(40);
    expect(done).toHaveLength(40);
    const single = newKind();
    const order: string[] = [];
    for (const payload of ['3', '1', '2']) await insert(single, { payload, runAt: it.world.advance(1) });
    await runner(single, async ({ payload }) => void order.push(payload)).drain();
    expect(order).toEqual(['3', '1', '2']);
  });

  test('what is not due waits; what a job brings about is done as well', async () => {
    const kind = newKind();
    const done: string[] = [];
    const one = runner(kind, async ({ payload }) => {
      done.push(payload);
      if (payload === 'first') await insert(kind, { payload: 'second' });
    });
    await insert(kind, { payload: 'later', runAt: it.world.advance(MINUTE_MS) });
    it.world.advance(-MINUTE_MS);
    await insert(kind, { payload: 'first' });
    expect(await one.drain()).toBe(2);
    it.world.advance(MINUTE_MS);
    await one.drain();
    expect(done).toEqual(['first', 'second', 'later']);
  });

  test('a failure is tried again with growing pauses and in the end kept for the operator', async () => {
    const kind = newKind();
    const attempts: number[] = [];
    const failing = runner(kind, async ({ attempts: n }) => {
      attempts.push(n);
      throw new Error('the other side is away');
    });
    await insert(kind);
    const failedBefore = await it.core.storage.read.job.countFailed();
    for (let n = 0; n < 12; n += 1) {
      expect(await failing.drain()).toBeLessThanOrEqual(1);
      it.world.advance(2 * HOUR_MS);
    }
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await it.core.storage.read.job.countFailed()).toBe(failedBefore + 1);
  });

  test('what the other side refuses for good is not tried again', async () => {
    const kind = newKind();
    let tries = 0;
    const refused = runner(kind, async () => {
      tries += 1;
      throw Object.assign(new Error('no such mailbox'), { permanent: true });
    });
    await insert(kind);
    await refused.drain();
    it.world.advance(2 * HOUR_MS);
    await refused.drain();
    expect(tries).toBe(1);
  });

  test('a runner that died in the middle is followed by another, but not before its claim ran out', async () => {
    const kind = newKind();
    await insert(kind);
    const { storage, world } = it.core;
    const at = world.now();
    const claimed = await storage.transact((tx) =>
      tx.job.claim([kind], at, new Date(msOf(at) + MINUTE_MS).toISOString() as typeof at, 5),
    );
    expect(claimed).toHaveLength(1);
    let ran = 0;
    const next = runner(kind, async () => {
      ran += 1;
    });
    expect(await next.drain()).toBe(0);
    it.world.advance(MINUTE_MS + 1);
    expect(await next.drain()).toBe(1);
    expect(ran).toBe(1);
  });

  test('recurring work comes round for all nodes together, also after failing', async () => {
    const kind = newKind();
    let ran = 0;
    const handler = async () => {
      ran += 1;
      if (ran === 1) throw new Error('once');
    };
    const options = { recurring: { [kind]: { everyMs: MINUTE_MS } } };
    const nodes = [runner(kind, handler, options), runner(kind, handler, options)];
    for (const node of nodes) await node.start();
    for (const node of nodes) await node.stop();
    for (const node of nodes) await node.drain();
    expect(ran).toBe(1);
    for (let n = 0; n < 3; n += 1) {
      it.world.advance(MINUTE_MS);
      for (const node of nodes) await node.drain();
    }
    expect(ran).toBe(4);
  });

  test('stopping waits for the running job and takes no other', async () => {
    const kind = newKind();
    const done: string[] = [];
    const slow = runner(kind, async ({ payload }) => {
      await wait(50);
      done.push(payload);
    });
    await insert(kind, { payload: '1', runAt: it.world.advance(1) });
    await insert(kind, { payload: '2', runAt: it.world.advance(1) });
    await slow.start();
    await wait(25);
    await slow.stop();
    expect(done).toEqual(['1']);
    await wait(80);
    expect(done).toEqual(['1']);
  });

  test('the secrets of a done job are wiped, and done jobs go after a week', async () => {
    const kind = newKind();
    const id = it.world.newId();
    await insert(kind, { id, sealed: Buffer.from('secret'), keyId: 'portal' });
    const seen: (Buffer | null)[] = [];
    await runner(kind, async ({ sealed }) => void seen.push(sealed)).drain();
    expect(seen).toEqual([Buffer.from('secret')]);
    const again = { id, kind, payload: '{}', sealed: null, keyId: null, runAt: it.world.now() };
    const stored = await it.core.storage.transact(async (tx) => {
      await tx.job.repeat(id, it.world.now());
      await tx.job.ensure(again, it.world.now());
      return tx.job.claim([kind], it.world.now(), it.world.now(), 5);
    });
    expect(stored).toEqual([]);
    await it.core.storage.transact((tx) => tx.job.deleteDone(it.world.advance(1)));
    await it.core.storage.transact((tx) => tx.job.insert(again, it.world.now()));
  });

  test('the portal’s own recurring work runs on an empty portal', async () => {
    let signed = 0;
    const signHead = async () => {
      signed += 1;
    };
    const jobs = createJobs({
      core: it.core,
      mailer: { deliver: undefined },
      signHead,
      log,
      pollMs: 5,
      files: NO_FILES,
    });
    events.length = 0;
    await jobs.start();
    await jobs.stop();
    await jobs.drain();
    expect(events).toEqual([]);
    expect(signed).toBeGreaterThan(0);
  });
});

test('pauses grow to an hour, give or take a fifth', () => {
  const at = '2026-03-02T09:00:00.000Z' as Parameters<typeof retryInstant>[2];
  const pause = (attempts: number) => {
    const retryAt = retryInstant({ attempts } as Job, new Error('x'), at, undefined);
    return retryAt === null ? null : (msOf(retryAt) - msOf(at)) / 1000;
  };
  for (const [attempts, seconds] of [
    [1, 10],
    [2, 30],
    [3, 90],
    [6, 2430],
    [7, 3600],
  ] as const) {
    const got = pause(attempts);
    expect(got).toBeGreaterThanOrEqual(seconds * 0.8);
    expect(got).toBeLessThanOrEqual(seconds * 1.2);
  }
  expect(pause(8)).toBeNull();
});
