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
