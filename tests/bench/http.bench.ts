import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { median, ms, perSecond, report } from '#tests/bench/support/figures.ts';
import type { Answer } from '#tests/bench/support/http-client.ts';
import { interleave, type LoopResult, runLoop } from '#tests/bench/support/loop.ts';
import { type SeededServer, startSeededServer } from '#tests/bench/support/seeded-server.ts';

/*
 * The built server over HTTP with the demo of 500 customers, on this machine:
 * server and callers share its cores.
 */

const CALLERS = 32;
const ROUNDS = 3;
const ROUND_MS = 2_500;

let portal: SeededServer;

beforeAll(async () => {
  portal = await startSeededServer(500, CALLERS * 4);
  report({
    what: 'seed of 500 customers with a year of history',
    ours: `${portal.seedSeconds.toFixed(1)} s`,
    target: '< 10 s idle',
  });
});
afterAll(() => portal.stop());

type Ask = (caller: number) => Promise<Answer>;

/** A page that must answer 200 and be the page it should be. */
function page(path: string, cookie: string | undefined, words: RegExp): Ask {
  return async () => {
    const answer = await portal.client.get(path, cookie);
    if (answer.status !== 200 || !words.test(answer.body)) throw new Error(`${path}: ${answer.status}`);
    return answer;
  };
}

async function loop(callers: number, asks: Readonly<Record<string, Ask>>) {
  const candidates = Object.entries(asks).map(([name, ask]) => [
    name,
    () => runLoop({ callers, forMs: ROUND_MS, act: ask }),
  ]);
  for (const ask of Object.values(asks)) await runLoop({ callers, forMs: 800, act: ask });
  return interleave<LoopResult>(ROUNDS, Object.fromEntries(candidates));
}

const rate = (results: readonly LoopResult[] = []) => median(results.map((result) => result.perSecond));
const p99 = (results: readonly LoopResult[] = []) => median(results.map((result) => result.p99Ms));
const told = (results: readonly LoopResult[] = []) => `${perSecond(rate(results))}, p99 ${ms(p99(results))}`;

const redirect: Ask = async () => {
  const answer = await portal.client.get('/language?lang=de&to=%2F');
  expect(answer.status).toBe(302);
  return answer;
};

/** Each caller decides for customers of its own: yes after no after yes. */
function changes(): Ask {
  const granted = new Set<string>();
  const turns = new Map<number, number>();
  const { customers, newsletter } = portal;
  return async (caller) => {
    const turn = turns.get(caller) ?? 0;
    turns.set(caller, turn + 1);
    const own = customers.filter((_, place) => place % CALLERS === caller);
    const cookie = own[turn % own.length] ?? '';
    const yes = !granted.delete(cookie);
    if (yes) granted.add(cookie);
    const answer = await portal.client.post(
      '/me/companies/alpenrad/newsletter',
      {
        act: yes ? 'yes' : 'no',
        version: newsletter.versionId,
        language: 'de',
        channel: 'email',
        'intent-id': randomUUID(),
      },
      cookie,
    );
    if (answer.status !== 303 || !answer.location?.includes('done='))
      throw new Error(`the change was answered ${answer.status} ${answer.location}`);
    return answer;
  };
}

test('one consent change, durable', async () => {
  for (const callers of [1, CALLERS]) {
    const { bare, ours } = await loop(callers, { bare: redirect, ours: changes() });
    report({
      what: `consent change over HTTP, ${callers === 1 ? '1 client' : `${callers} clients`}`,
      ours: told(ours),
      floor: `Remix resource route ${told(bare)}`,
      ratio: rate(ours) / rate(bare),
      target: '>= 0.6',
    });
  }
});

test('pages', async () => {
  const { anna, marketer } = portal;
  const list = `/company/people?purpose=newsletter`;
  const first = await portal.client.get(list, marketer);
  const rows = first.body.split('<tr').length - 2;
  expect(rows).toBe(50);
  const results = await loop(CALLERS, {
    health: page('/healthz', undefined, /true/),
    bare: page('/imprint', undefined, /<main/),
    home: page('/me', anna, /Alpenrad/),
    people: page(list, marketer, /<table/),
  });
  const { health, bare } = results;
  report({
    what: 'bare Remix page (imprint), 32 clients',
    ours: told(bare),
    floor: `/healthz ${told(health)}`,
  });
  report({
    what: "a customer's home, 32 clients",
    ours: told(results.home),
    floor: `bare Remix page ${told(bare)}`,
    ratio: rate(results.home) / rate(bare),
  });
  report({
    what: `people list, ${rows} rows, each look recorded, 32 clients`,
    ours: told(results.people),
    floor: `bare Remix page ${told(bare)}`,
    ratio: rate(results.people) / rate(bare),
  });
});
