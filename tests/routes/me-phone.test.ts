import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { PHONE_CODES_A_DAY, requestPhoneCode } from '#app/core/customer/verify-phone.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { type SmsGateway, startSmsGateway } from '#tests/support/sms-gateway.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const PAGE = '/me/profile/phone';

let gateway: SmsGateway;
let portal: TestPortal;
let people = 0;

beforeAll(async () => {
  gateway = await startSmsGateway('geheim-1');
  portal = await startTestPortal({ environment: { SMS_URL: gateway.url } });
});
afterEach(async () => {
  gateway.status = 202;
  await portal.services.jobs.drain();
  gateway.received.length = 0;
});
afterAll(async () => {
  await portal.stop();
  await gateway.stop();
});

async function withNumber(number = '+43 660 1234567'): Promise<CustomerVisit> {
  const visit = await freshCustomer(portal, `handy${++people}@beispiel.at`, ['alpenrad']);
  await visit.act('/me/profile/field/mobile', { act: 'save', 'value.mobile': number });
  return visit;
}

const proved = async ({ customerId }: CustomerVisit) =>
  (await portal.services.core.storage.read.customer.verifications(customerId))
    .map(({ channel }) => channel)
    .sort();

/** Presses the button, lets the job run, and answers the form's address and the code that arrived. */
async function askFor(visit: CustomerVisit): Promise<{ path: string; code: string }> {
  const sent = await visit.post(PAGE, { act: 'send' });
  expect(sent.status).toBe(303);
  await portal.services.jobs.drain();
  const text = gateway.received.at(-1)?.text ?? '';
  return { path: sent.headers.get('location') ?? '', code: /\d{8}/.exec(text)?.[0] ?? '' };
}

test('a code that arrived by SMS proves the number: SMS and calls count, the address alone never did', async () => {
  const visit = await withNumber();
  expect((await visit.get(PAGE)).text).toContain('Der Code geht an +436601234567.');
  expect(gateway.received).toEqual([]);
  expect(await proved(visit)).toEqual(['email']);
  const { path, code } = await askFor(visit);
  expect(gateway.received).toHaveLength(1);
  expect(gateway.received[0]).toMatchObject({ to: '+436601234567' });
  expect(gateway.received[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  expect(gateway.received[0]?.text).toContain('portal.test');
  const page = await visit.act(path, { act: 'code', code: `${code.slice(0, 4)} ${code.slice(4)}` });
  expect(page.text).toContain('Ihre Nummer ist bestätigt.');
  expect(await proved(visit)).toEqual(['email', 'phone', 'sms']);

  await visit.act('/me/profile/field/mobile', { act: 'save', 'value.mobile': '+43 660 7654321' });
  expect(await proved(visit)).toEqual(['email']);
  expect((await visit.get(PAGE)).text).toContain('Code per SMS senden');
});

test('five wrong tries close a code; a right one is used once; a code of somebody else is none', async () => {
  const visit = await withNumber();
  const { path, code } = await askFor(visit);
  const other = await withNumber();
  const theirs = await other.act(path, { act: 'code', code });
  expect(theirs.text).toContain('Dieser Code ist zu alt');
  expect(await proved(other)).toEqual(['email']);
  const wrong = code === '00000000' ? '11111111' : '00000000';
  for (let round = 0; round < 5; round += 1) {
    expect((await visit.act(path, { act: 'code', code: wrong })).status).toBe(400);
  }
  expect((await visit.act(path, { act: 'code', code })).text).toContain('zu viele Versuche');
  expect(await proved(visit)).toEqual(['email']);
  expect((await visit.act(path, { act: 'code', code: '12' })).text).toContain('Der Code hat 8 Ziffern.');
});

test('of ten parallel tries with the right code one proves, and nothing is proved twice', async () => {
  const visit = await withNumber();
  const { path, code } = await askFor(visit);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => visit.post(path, { act: 'code', code })),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(await proved(visit)).toEqual(['email', 'phone', 'sms']);
});

test('a code for a number that changed meanwhile proves nothing; an old code ends with ten minutes', async () => {
  const visit = await withNumber();
  const { path, code } = await askFor(visit);
  await visit.act('/me/profile/field/mobile', { act: 'save', 'value.mobile': '+43 660 9999999' });
  const page = await visit.act(path, { act: 'code', code });
  expect(page.text).toContain('Die Nummer hat sich geändert.');
  expect(await proved(visit)).toEqual(['email']);
  const late = await askFor(visit);
  portal.world.advance(11 * 60_000);
  expect((await visit.act(late.path, { act: 'code', code: late.code })).text).toContain('zu alt');
});

test('so many codes a day and account, also by parallel clicks', async () => {
  const visit = await withNumber();
  const { core } = portal.services;
  const asked = await Promise.allSettled(
    Array.from({ length: PHONE_CODES_A_DAY + 5 }, () => requestPhoneCode(core, visit.customerId)),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(PHONE_CODES_A_DAY);
  const page = await visit.act(PAGE, { act: 'send' });
  expect(page.text).toContain('Für heute gingen genug Codes hinaus.');
});

test('a gateway that is down delays the message and nothing else; what it says is not kept', async () => {
  const visit = await withNumber();
  gateway.status = 503;
  const sent = await visit.post(PAGE, { act: 'send' });
  expect(sent.status).toBe(303);
  await portal.services.jobs.drain();
  expect(gateway.received).toEqual([]);
  gateway.status = 200;
  portal.world.advance(60_000);
  await portal.services.jobs.drain();
  expect(gateway.received).toHaveLength(1);
  expect(await portal.services.core.storage.read.job.countFailed()).toBe(0);
});

test('without a gateway the page says so, and nothing can be asked for', async () => {
  const bare = await startTestPortal({ environment: { DEMO: '0' } });
  try {
    const visit = await freshCustomer(bare, 'ohne@beispiel.at');
    await visit.act('/me/profile/field/mobile', { act: 'save', 'value.mobile': '+43 660 1234567' });
    expect((await visit.get(PAGE)).text).toContain('Dieses Portal kann keine SMS senden.');
    expect((await visit.post(PAGE, { act: 'send' })).status).toBe(409);
  } finally {
    await bare.stop();
  }
});

test('the demo shows the message in its outbox, with the number cut', async () => {
  const demo = await startTestPortal();
  try {
    const visit = await freshCustomer(demo, 'demo@beispiel.at');
    await visit.act('/me/profile/field/mobile', { act: 'save', 'value.mobile': '+43 660 1234567' });
    await visit.post(PAGE, { act: 'send' });
    await demo.services.jobs.drain();
    const html = await (await demo.get('/demo/mail')).text();
    expect(html).toContain('SMS …4567');
    expect(html).toMatch(/\d{8} ist Ihr Code für/);
    expect(html).not.toContain('436601234567');
  } finally {
    await demo.stop();
  }
});
