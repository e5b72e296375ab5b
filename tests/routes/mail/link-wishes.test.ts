import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftMail } from '#app/core/sign-in/draft-mail.ts';
import { profileKeyId } from '#app/core/vault/places.ts';
import { PAUSED_FOR_GOOD } from '#schema/preference.ts';
import { createTestMailbox } from '#tests/support/mailbox.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { mailedToken, newMailCustomer, press } from './mail-visit.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

const storage = () => portal.services.core.storage.read;

/** Presses and goes where the answer leads, as a browser without a cookie does. */
async function pressed(token: string, fields: Readonly<Record<string, string>>) {
  const answer = await press(portal, token, fields);
  expect(answer.status).toBe(303);
  const html = await (await portal.get(answer.headers.get('location') ?? '')).text();
  return { html, text: textOf(html) };
}

async function newestEntry(customerId: Parameters<typeof mailedToken>[1], company: string) {
  const { id } = (await storage().company.findBySlug(company)) ?? {};
  const entries = await storage().ledger.ofCustomer(customerId, 20);
  return entries.find(({ kind, companyId }) => kind === 'preference' && companyId === id)?.index;
}

test('a pause says from what to what, when, under which number, and how it ends', async () => {
  const visit = await newMailCustomer(portal);
  const token = await mailedToken(portal, visit.customerId, 'alpenrad');
  const { html, text } = await pressed(token, { act: 'pause-all', pause: 'week' });
  expect(text).toContain('Alles ist pausiert. Vorher: keine Pause. Jetzt: ');
  // Of the one company whose mail it is: the other's number is no business of the mail's.
  expect(text).toContain(`Eintrag ${await newestEntry(visit.customerId, 'alpenrad')} `);
  expect(html).toContain('href="/me/preferences#pause"');
  expect(text).toContain('Anmelden und die Pause beenden');
  // Behind the sign-in the way back is one press.
  await visit.act('/me/preferences', { act: 'pause', pause: 'none' });
  expect((await storage().preference.find(visit.customerId, null)).pausedUntil).toBeNull();
});

test('a pause is made longer from a mail, never shorter', async () => {
  const visit = await newMailCustomer(portal);
  const token = await mailedToken(portal, visit.customerId);
  const until = async () => (await storage().preference.find(visit.customerId, null)).pausedUntil;
  const month = await pressed(token, { act: 'pause-all', pause: 'month' });
  const first = await until();
  portal.world.advance(60_000);
  expect(await (await portal.get(`/mail/${token}`)).text()).not.toMatch(
    /name="pause" value="(?:week|month)"/,
  );
  expect(month.html).not.toMatch(/name="pause" value="(?:week|month)"/);
  expect(month.html).toContain('value="quarter"');
  const shorter = await pressed(token, { act: 'pause-all', pause: 'week' });
  expect(shorter.text).toContain('Das war schon so.');
  expect(await until()).toBe(first);
  const open = await pressed(token, { act: 'pause-all', pause: 'open' });
  expect(await until()).toBe(PAUSED_FOR_GOOD);
  expect(open.html).not.toContain('name="pause"');
  await pressed(token, { act: 'pause-all', pause: 'quarter' });
  expect(await until()).toBe(PAUSED_FOR_GOOD);
});

test.each([
  ['fewer', 'ab jetzt gilt: höchstens eine', 'Vorher: ohne Grenze. Jetzt: höchstens eine', '#often'],
  ['no-mail', 'keine mails mehr', 'Vorher: ', '#channels'],
])('%s says the same of its wish', async (act, title, change, anchor) => {
  const visit = await newMailCustomer(portal);
  const token = await mailedToken(portal, visit.customerId);
  const { html, text } = await pressed(token, { act, company: 'rheinstrom' });
  expect(text.toLowerCase()).toContain(title);
  expect(text).toContain(change);
  expect(text).toContain(`Eintrag ${await newestEntry(visit.customerId, 'rheinstrom')} `);
  expect(html).toContain(`href="/me/preferences/rheinstrom${anchor}"`);
  expect((await pressed(token, { act, company: 'rheinstrom' })).text).toContain('Das war schon so.');
});

test('nobody makes the page say what is not stored', async () => {
  const visit = await newMailCustomer(portal);
  const token = await mailedToken(portal, visit.customerId, 'alpenrad');
  for (const query of [
    'done=paused&was=none',
    'done=paused&was=<b>',
    'done=fewer&was=any&company=rheinstrom',
    'done=no-mail&was=sms&company=nowhere',
  ]) {
    const response = await portal.get(`/mail/${token}?${query}`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).not.toMatch(/Eintrag \d|Rheinstrom|<b>/);
  }
});

test('each way below a mail leads to the part of the page that it names', async () => {
  const visit = await newMailCustomer(portal);
  const { core } = portal.services;
  for (const [companyId, template] of [
    [null, 'mail-link'],
    [(await storage().company.findBySlug('alpenrad'))?.id ?? null, 'question'],
    [null, 'profile-review'],
  ] as const) {
    const order = { template, to: `customer:${visit.customerId}`, language: 'de', companyId } as const;
    const mail = await draftMail(
      core,
      { ...order, linkPath: null, goodUntil: null },
      profileKeyId(visit.customerId),
      {},
    );
    await core.storage.transact((tx) => tx.job.insert(mail, mail.runAt));
    const { text } = await createTestMailbox(core).collectOne();
    const ways = [...text.matchAll(/: https?:\/\/[^/\s]+(\/mail\/[0-9a-f]{64})#(\S+)/g)];
    expect(ways.length).toBe(template === 'profile-review' ? 1 : 2);
    for (const [, path = '', anchor] of ways) {
      const html = await (await portal.get(path)).text();
      const part = new RegExp(`id="${anchor}"[\\s\\S]*?(?=<section|</main)`).exec(html)?.[0] ?? '';
      const act = {
        fewer: 'fewer',
        stop: companyId ? 'take-back' : 'take-all-back',
        reminder: 'no-reminder',
      };
      expect(part, anchor).toContain(`value="${act[anchor as keyof typeof act]}"`);
      expect(part).not.toContain('value="pause-all"');
    }
  }
});
