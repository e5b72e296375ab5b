import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

test('a seeded portal is ready and its log is whole', async () => {
  expect((await portal.get('/readyz')).status).toBe(200);
  const { whole, report } = await portal.services.checkLog();
  expect(report?.faults).toEqual([]);
  expect(whole).toBe(true);
});

test('the history of the demo spans a year and ends in the past', async () => {
  const { ledger } = portal.services.core.storage.read;
  const state = await ledger.state();
  const first = await ledger.entry(0);
  const days = (Date.parse(state?.lastAt ?? '') - Date.parse(first?.at ?? '')) / 86_400_000;
  expect(days).toBeGreaterThan(365);
  expect(Date.parse(state?.lastAt ?? '')).toBeLessThanOrEqual(Date.now());
});
