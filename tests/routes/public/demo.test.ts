import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let real: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
  real = await startTestPortal({ environment: { DEMO: '0' } });
});
afterAll(() => Promise.all([portal.stop(), real.stop()]));

test('the demo offers every person with one press', async () => {
  const html = await (await portal.get('/demo')).text();
  for (const { slug, name } of portal.services.demoPeople()) {
    expect(html).toContain(`name="person" value="${slug}"`);
    expect(html).toContain(name);
  }
  expect(html).toContain('href="/join/alpenrad"');
});

test('every step of the tour leads where it says', async () => {
  const html = await (await portal.get('/demo')).text();
  const steps = [...html.matchAll(/name="to" value="([^"]+)"\/><button[^>]*name="person" value="([^"]+)"/g)];
  expect(steps).toHaveLength(6);
  for (const [, to = '', person = ''] of steps) {
    const entered = await portal.post('/demo/sign-in', undefined, { person, to });
    expect(entered.headers.get('location')).toBe(to);
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await portal.get(to, cookie)).status, to).toBe(200);
  }
});

test('a mail is shown as text: links of ours to press, nothing that a sender wrote as markup', async () => {
  const { core } = portal.services;
  await core.storage.transact((tx) =>
    tx.demoMail.save({
      id: core.world.newId(),
      recipient: '<i>x</i>@beispiel.at',
      subject: '<script>alert(1)</script>',
      text: 'Hier: http://portal.test/join/confirm/abc\nFremd: http://portal.test.evil.example/x',
      html: '<script>alert(2)</script>',
      sentAt: core.world.now(),
    }),
  );
  const html = await (await portal.get('/demo/mail')).text();
  expect(html).toContain('<a href="/join/confirm/abc">http://portal.test/join/confirm/abc</a>');
  expect(html).not.toContain('href="http://portal.test.evil');
  expect(html).not.toMatch(/<script>alert|<i>x/);
  expect(html).toContain('&lt;script&gt;alert(2)');
});

test('outside the demo there is none of it', async () => {
  for (const path of ['/demo', '/demo/mail']) expect((await real.get(path)).status, path).toBe(404);
  expect(await (await real.get('/')).text()).not.toContain('/demo');
});
