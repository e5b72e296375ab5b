import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { paceBody } from '#app/http/paced-body.ts';

const PACE = { silentMs: 900, silentWhileWantedMs: 400, graceMs: 300, bytesPerSecondWhileWanted: 1000 };
const WANTED = { isWanted: () => true };
const QUIET = { isWanted: () => false };

/** So many pieces of so many bytes, one each so many milliseconds; then nothing more, unless it ends. */
function sender(bytes: number, everyMs: number, pieces: number, ends = true): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await wait(everyMs);
      if (sent++ < pieces) controller.enqueue(new Uint8Array(bytes).fill(sent));
      else if (ends) controller.close();
      else await wait(5_000);
    },
  });
}

const lengthOf = async (stream: ReadableStream<Uint8Array>) =>
  (await new Response(stream).arrayBuffer()).byteLength;

async function timed(work: Promise<unknown>): Promise<number> {
  const since = performance.now();
  await expect(work).rejects.toThrow();
  return performance.now() - since;
}

test('who sends slowly is let, as long as nobody waits for the place', async () => {
  const body = paceBody(sender(10, 100, 8), PACE);
  body.keepPace(QUIET);
  expect(await lengthOf(body.stream)).toBe(80);
  expect(body.isTooSlow()).toBe(false);
});

test('the same sender gives the place up when it is wanted, with what came first in hand', async () => {
  const body = paceBody(sender(10, 100, 50), PACE);
  body.keepPace(WANTED);
  const ms = await timed(lengthOf(body.stream));
  expect(ms).toBeGreaterThan(250);
  expect(ms).toBeLessThan(2_000);
  expect(body.isTooSlow()).toBe(true);
  expect((await body.readHead()).subarray(0, 20)).toEqual(
    Buffer.from([...Array(10).fill(1), ...Array(10).fill(2)]),
  );
});

test('who sends fast enough keeps the place, wanted or not', async () => {
  const body = paceBody(sender(400, 50, 20), PACE);
  body.keepPace(WANTED);
  expect(await lengthOf(body.stream)).toBe(8_000);
});

test('silence ends it: soon where somebody waits, later where nobody does', async () => {
  const [soon, late] = [WANTED, QUIET].map((place) => {
    const body = paceBody(sender(100_000, 1, 1, false), PACE);
    body.keepPace(place);
    return timed(lengthOf(body.stream));
  });
  expect(await soon).toBeLessThan(850);
  expect(await late).toBeGreaterThan(850);
});

test('the time that we need ourselves is not counted against the sender', async () => {
  const body = paceBody(sender(100, 1, 4), PACE);
  body.keepPace(WANTED);
  let length = 0;
  const reader = body.stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.byteLength;
    await wait(450);
  }
  expect(length).toBe(400);
});
