import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { customerPrincipal } from '#app/core/sign-in/principal.ts';
import { type CustomerVisit, visitAs } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Firm, openFirm, textOf } from './company/firm.ts';

let portal: TestPortal;
let firm: Firm;
let visit: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  firm = await openFirm(portal, 2, 'rec');
  await firm.yes(0, 0, ['email']);
  const id = firm.town.customers[0]?.id;
  if (!id) throw new Error('no customer');
  const { core, auth } = portal.services;
  const wish = { principal: customerPrincipal(id), remember: false, steppedUp: false };
  const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
  visit = visitAs(portal, id, auth.cookie(opened).split(';')[0] ?? '');
});
afterAll(() => portal.stop());

const formOf = async (customer: number) =>
  `/company/people/${await firm.subject(customer)}/record?purpose=purpose-0`;
const record = () => `/me/companies/${firm.slug}/record`;
const today = () => portal.world.now().slice(0, 10);

test('what staff write down the customer reads, disagrees with, and the company reads that', async () => {
  expect((await visit.get(record())).text).toContain('nichts notiert');
  const path = await formOf(0);
  const sent = {
    kind: 'contact',
    day: today(),
    text: 'Rief wegen eines Angebots an.',
    'intent-id': randomUUID(),
  };
  const looks = (await firm.looks()).length;
  expect((await portal.post(path, firm.cookie, sent)).status).toBe(303);
  expect((await portal.post(path, firm.cookie, sent)).status).toBe(303);
  const page = await visit.get(record());
  expect(page.text).toContain('einen Eintrag notiert');
  expect(page.text).toMatch(/Kontakt Rief wegen eines Angebots an\. notiert heute von: Marketing/);
  // No value of the profile was read: nothing to record as a look.
  expect((await firm.looks()).length).toBe(looks);

  const ask = /href="(\/me\/messages\/new\?[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = await visit.get(ask);
  expect(form.text).toContain('Um diesen Eintrag geht es');
  expect(form.text).toContain('Gegendarstellung');
  expect(form.text).not.toContain('Ich suche etwas');
  const said = {
    concern: 'disagreement',
    title: 'Stimmt nicht',
    text: 'Ich habe nie angerufen.',
    wishedBy: '',
  };
  expect((await visit.post(ask, said)).status).toBe(303);
  expect((await visit.get(record())).text).toMatch(/Ihre Gegendarstellung vom .* Ich habe nie angerufen\./);
  const company = textOf(await (await portal.get(path, firm.cookie)).text());
  expect(company).toMatch(/Rief wegen eines Angebots an\..*Gegendarstellung vom .*Ich habe nie angerufen\./);
});

test.each([
  [{ kind: '', day: '', text: '' }, /id="kind-error"/],
  [{ kind: 'visit', day: '2999-01-01', text: 'x' }, /id="day-error"/],
  [{ kind: 'visit', day: 'gestern', text: 'x' }, /id="day-error"/],
])('%o is said beside the field', async (fields, beside) => {
  const response = await portal.post(await formOf(0), firm.cookie, fields);
  expect(response.status).toBe(422);
  expect(await response.text()).toMatch(beside);
});

test('whoever is not to be seen has no page of entries, and nothing is written', async () => {
  const path = await formOf(1);
  expect((await portal.get(path, firm.cookie)).status).toBe(404);
  const sent = { kind: 'visit', day: today(), text: 'x' };
  expect((await portal.post(path, firm.cookie, sent)).status).toBe(404);
  const own = await formOf(0);
  for (const who of ['marketer-alpenrad', 'officer-alpenrad', 'owner-alpenrad']) {
    const cookie = await portal.signIn(who);
    expect((await portal.get(own, cookie)).status).toBe(404);
    expect((await portal.post(own, cookie, sent)).status).toBe(404);
  }
  // This purpose knows no word in the portal.
  const write = own.replace('/record', '/write');
  expect((await portal.get(write, firm.cookie)).status).toBe(404);
  expect((await portal.post(write, firm.cookie, { title: 'x', text: 'x' })).status).toBe(404);
});

test('once a year: company by company, kept with a day, reminded by a switch', async () => {
  const page = await visit.get('/me/yearly');
  expect(page.text).toContain('Soll alles so bleiben?');
  expect(page.text).toContain('Noch nicht angesehen');
  const kept = await visit.act('/me/yearly', { act: 'keep', company: firm.slug });
  expect(kept.text).toContain('Gemerkt. Alles bleibt, wie es ist.');
  expect(kept.text).toContain('Für dieses Jahr haben Sie alles angesehen.');
  expect((await visit.act('/me/yearly', { act: 'on' })).text).toMatch(/Am .* kommt eine Mail/);
  expect((await visit.act('/me/yearly', { act: 'off' })).text).toContain('Es kommt keine Mail.');
  expect((await visit.post('/me/yearly', { act: 'keep', company: 'rheinstrom' })).status).toBe(404);
  expect((await visit.post('/me/yearly', { act: 'keep', company: 'nobody' })).status).toBe(404);
});
