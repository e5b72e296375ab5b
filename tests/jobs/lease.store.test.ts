import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { createJobRunner, type JobHandler, type RunnerOptions } from '#app/jobs/runner.ts';
import type { Log } from '#app/logger.server.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

const write = () => {};
const log: Log = { debug: write, info: write, warn: write, error: write };

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

describe.each(ENGINES)('long work on %s', (engine) => {
  let it: TestCore;
  let count = 0;
  const newKind = () => `long-${++count}`;
  const runner = (kind: string, handler: JobHandler, options: Partial<RunnerOptions> = {}) =>
    createJobRunner({
      core: it.core,
      lanes: [{ [kind]: handler }],
      recurring: {},
      log,
      pollMs: 5,
      ...options,
    });
  const insert = (kind: string) => {
    const at = it.world.now();
    const row = { id: it.world.newId(), kind, payload: '{}', sealed: null, keyId: null, runAt: at };
    return it.core.storage.transact((tx) => tx.job.insert(row, at));
  };
  /** Until the next beat has reached the table. */
  const renewed = (kind: string) =>
    expect
      .poll(() => it.core.storage.read.job.countDue(addMs(it.world.now(), 4 * MINUTE_MS), [kind]))
      .toBe(0);

  beforeAll(async () => {
    it = await createTestCore(engine);
  });
  afterAll(() => it.close());

  test('work that takes longer than a claim stays with its runner, whatever the other nodes do', async () => {
    const kind = newKind();
    await insert(kind);
    const work = gate();
    let ran = 0;
    const handler = async () => {
      ran += 1;
      await work.opened;
    };
    const first = runner(kind, handler, { beatMs: 10 });
    const second = runner(kind, handler);
    const running = first.drain();
    await expect.poll(() => ran).toBe(1);
    for (let n = 0; n < 8; n += 1) {
      it.world.advance(4 * MINUTE_MS);
      await expect.poll(() => second.drain(), { timeout: 5_000 }).toBe(0);
      await renewed(kind);
    }
    work.open();
    expect(await running).toBe(1);
    it.world.advance(HOUR_MS);
    expect(await second.drain()).toBe(0);
    expect(ran).toBe(1);
  });

  test('a runner that was cut off is followed by another, hears of it, and marks nothing', async () => {
    const kind = newKind();
    await insert(kind);
    const work = gate();
    let heard = false;
    const cutOff = runner(
      kind,
      async (_, lost) => {
        await new Promise<void>((resolve) => lost.addEventListener('abort', () => resolve()));
        heard = true;
        throw new Error('stopped halfway');
      },
      { beatMs: 300 },
    );
    const second = runner(kind, () => work.opened, { beatMs: 10 });
    const first = cutOff.drain();
    await expect.poll(() => it.core.storage.read.job.countDue(it.world.now(), [kind])).toBe(0);
    // Longer asleep than a claim lasts, before a beat could come.
    it.world.advance(6 * MINUTE_MS);
    const following = second.drain();
    expect(await first).toBe(1);
    expect(heard).toBe(true);
    expect(await it.core.storage.read.job.delayed(kind, 5)).toEqual([]);
    work.open();
    expect(await following).toBe(1);
    it.world.advance(HOUR_MS);
    expect(await second.drain()).toBe(0);
  });
});
