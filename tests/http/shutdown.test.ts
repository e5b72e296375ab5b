import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startProbeServer } from './probe-server.ts';

test('readiness is the answer of the services', async () => {
  let ok = true;
  const readiness = async () => ({ ok, checks: { database: ok ? 'ok' : 'down' } });
  const server = await startProbeServer({ services: { readiness } });
  onTestFinished(() => server.stop());
  const ready = await server.request('/readyz');
  expect([ready.status, await ready.json()]).toEqual([200, { ok: true, checks: { database: 'ok' } }]);
  ok = false;
  const down = await server.request('/readyz');
  expect([down.status, await down.json()]).toEqual([503, { ok: false, checks: { database: 'down' } }]);
  expect((await server.request('/healthz')).status).toBe(200);
});

test('readiness that cannot be found out is no readiness', async () => {
  const readiness = async () => Promise.reject(new Error('password in here'));
  const server = await startProbeServer({ services: { readiness } });
  onTestFinished(() => server.stop());
  const response = await server.request('/readyz');
  expect([response.status, await response.json()]).toEqual([
    503,
    { ok: false, checks: { readiness: 'failed' } },
  ]);
});

test('a stop lets running requests finish, refuses new ones, then closes the services', async () => {
  const order: string[] = [];
  let proceed: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    proceed = resolve;
  });
  const server = await startProbeServer({
    services: {
      close: async () => {
        order.push('services closed');
      },
    },
    mount: (app) => {
      app.get('/slow', async (context) => {
        order.push('request began');
        await released;
        order.push('request finished');
        return context.text('done');
      });
    },
  });
  const running = server.request('/slow');
  while (order.length === 0) await wait(5);
  const stopped = server.stop();
  await expect(server.request('/healthz')).rejects.toThrow();
  proceed();
  expect(await (await running).text()).toBe('done');
  await stopped;
  expect(order).toEqual(['request began', 'request finished', 'services closed']);
});

test('a request that never ends is cut off', async () => {
  const server = await startProbeServer({
    mount: (app) => {
      app.get('/never', () => new Promise<Response>(() => undefined));
    },
  });
  const running = server.request('/never').catch(() => 'cut off');
  await wait(50);
  await server.stop(100);
  expect(await running).toBe('cut off');
});
