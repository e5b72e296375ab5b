import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConsentWorld, createConsentWorld } from '#tests/bench/support/consent-world.ts';
import { median, ms, perSecond, report } from '#tests/bench/support/figures.ts';
import { openRawWrites, type RawWrites } from '#tests/bench/support/floor-writes.ts';
import { createSequencerWithoutLog } from '#tests/bench/support/ledger-off.ts';
import { interleave, type LoopResult, runLoop } from '#tests/bench/support/loop.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

/*
 * One consent change in process: decided, evidence sealed, facts kept, leaf
 * appended, durable when it answers. 64 callers, each waits for its answer.
 */

const CUSTOMERS = 400;
const CALLERS = 64;
const ROUNDS = 5;
const ROUND_MS = 1_500;
const WARM_UP = 2_000;

let sqlite: TestCore;
let world: ConsentWorld;
let raw: RawWrites;

beforeAll(async () => {
  sqlite = await createTestCore('sqlite');
  world = await createConsentWorld(sqlite.core, CUSTOMERS);
  raw = openRawWrites(sqlite.folder);
});
afterAll(async () => {
  raw.close();
  await sqlite.close();
});

const rate = (results: readonly LoopResult[] = []) => median(results.map((result) => result.perSecond));
const p50 = (results: readonly LoopResult[] = []) => median(results.map((result) => result.p50Ms));
const p99 = (results: readonly LoopResult[] = []) => median(results.map((result) => result.p99Ms));

function changes(target: ConsentWorld): () => Promise<LoopResult> {
  return () => runLoop({ callers: CALLERS, forMs: ROUND_MS, act: () => target.change() });
}

test('on SQLite, against grouped raw writes of four statements', async () => {
  await warmUp(world);
  const { floor, ours } = await interleave(ROUNDS, {
    floor: () =>
      runLoop({
        callers: CALLERS,
        forMs: ROUND_MS,
        act: (_, turn) => raw.write(world.relationships[turn % CUSTOMERS] ?? '', String(turn & 1)),
      }),
    ours: changes(world),
  });
  report({
    what: 'consent change in process, SQLite FULL, 64 callers',
    ours: `${perSecond(rate(ours))}, p50 ${ms(p50(ours))}, p99 ${ms(p99(ours))}`,
    floor: `grouped raw writes ${perSecond(rate(floor))}, p99 ${ms(p99(floor))}`,
    ratio: rate(ours) / rate(floor),
    target: '>= 0.35, p99 < 150 ms',
  });
});

test('with the log against without it', async () => {
  const off = await createTestCore('sqlite');
  try {
    const withoutLog = { ...off.core, sequencer: createSequencerWithoutLog(off.core) };
    const there = await createConsentWorld(off.core, CUSTOMERS, withoutLog);
    await warmUp(there);
    const { without, ours } = await interleave(ROUNDS, { without: changes(there), ours: changes(world) });
    report({
      what: 'the same with the log against without it',
      ours: perSecond(rate(ours)),
      floor: `without it ${perSecond(rate(without))}`,
      ratio: rate(ours) / rate(without),
      target: '>= 0.85',
    });
  } finally {
    await off.close();
  }
});

test('on PostgreSQL', async () => {
  const postgres = await createTestCore('postgres');
  try {
    const there = await createConsentWorld(postgres.core, CUSTOMERS);
    await warmUp(there, 200);
    const { ours } = await interleave(3, { ours: changes(there) });
    expect(rate(ours)).toBeGreaterThan(0);
    report({
      what: 'consent change in process, PostgreSQL, 64 callers',
      ours: `${perSecond(rate(ours))}, p50 ${ms(p50(ours))}, p99 ${ms(p99(ours))}`,
    });
  } finally {
    await postgres.close();
  }
});

/** Until statements are prepared, keys unwrapped and code compiled. */
async function warmUp(target: ConsentWorld, acts = WARM_UP): Promise<void> {
  for (let done = 0; done < acts; done += CALLERS) {
    await Promise.all(Array.from({ length: CALLERS }, () => target.change()));
  }
}
