import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPermission } from '#app/core/permission/find-permission.ts';
import { planContact } from '#app/core/planned-contact/plan-contact.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { recordUses } from '#app/core/use/record-uses.ts';
import { setReporting } from '#app/core/use/set-reporting.ts';
import type { Channel } from '#schema/channel.ts';
import { type Instant, instantOf, msOf } from '#schema/instant.ts';
import type { Topic } from '#schema/topic.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let visit: CustomerVisit;

/** Seven in the evening in Vienna, in winter. */
const EVENING = '2026-12-01T18:00:00.000Z';

beforeAll(async () => {
  portal = await startTestPortal();
  portal.world.set(EVENING);
  visit = await freshCustomer(portal, 'wunsch@beispiel.at', ['alpenrad', 'rheinstrom']);
  await say('alpenrad', 'newsletter', 'email');
});
afterAll(() => portal.stop());

async function say(company: string, purpose: string, channel: Channel) {
  const path = `/me/companies/${company}/${purpose}`;
  const page = await visit.get(path);
  await visit.act(path, { act: 'yes', version: page.hidden('version'), language: 'de', channel });
}

async function between(slug: string): Promise<Relationship> {
  const { read } = portal.services.core.storage;
  const company = await read.company.findBySlug(slug);
  const relationship = company && (await read.relationship.findLive(visit.customerId, company.id));
  if (!relationship) throw new Error('the demo has changed');
  return relationship;
}

async function purposeId(company: string, slug: string) {
  const { companyId } = await between(company);
  const purpose = await portal.services.core.storage.read.purpose.findBySlug(companyId, slug);
  if (!purpose) throw new Error('the demo has changed');
  return purpose.id;
}

/** What Alpenrad is told now about its newsletter. */
async function permission(channel?: Channel, topic?: Topic, at = portal.world.now()) {
  const { storage } = portal.services.core;
  const relationship = await between('alpenrad');
  const purpose = await storage.read.purpose.find(await purposeId('alpenrad', 'newsletter'));
  if (!purpose) throw new Error('the demo has changed');
  return findPermission(storage.read, relationship, purpose, at, channel, topic);
}

async function staff(slug: string): Promise<Staff> {
  const principal = portal.services.demoPeople().find((person) => person.slug === slug)?.principal;
  const id = principal?.split(':')[1] as Staff['id'];
  const found = await portal.services.core.storage.read.staff.find(id);
  if (!found) throw new Error(`no ${slug}`);
  return found;
}

/** What Rheinstrom is told now about an SMS when the power fails; the number is entered and proved. */
async function outage() {
  const { storage, world } = portal.services.core;
  const purpose = await storage.read.purpose.find(await purposeId('rheinstrom', 'outage-sms'));
  if (!purpose) throw new Error('the demo has changed');
  return findPermission(storage.read, await between('rheinstrom'), purpose, world.now(), 'sms');
}

async function mailed(at: Instant, reference: string) {
  const { subject, companyId } = await between('alpenrad');
  const use = {
    subject,
    purposeId: await purposeId('alpenrad', 'newsletter'),
    channel: 'email',
    at,
  } as const;
  const uses = [{ ...use, topic: 'news' as const }];
  await recordUses(portal.services.core, { companyId, reportedBy: 'test', how: 'api', reference, uses });
}

test('a topic that is switched off is refused at once, and everything when none is left', async () => {
  expect((await permission('email', 'offers')).allowed).toBe(true);
  const page = await visit.act('/me/preferences', {
    act: 'wishes',
    shown: 'topics',
    topic: ['offers', 'nonsense'],
  });
  expect(page.text).toContain('Ihre Themen sind gespeichert.');
  expect(page.text).toContain('Vorher: kein Thema abgeschaltet. Jetzt: ohne Angebote.');
  expect(page.html).toMatch(/value="offers"[^>]*>|checked/);
  expect((await permission('email', 'offers')).reason).toBe('topic-off');
  expect((await permission('email', 'news')).topics).toEqual(['news', 'events']);
  expect((await permission('email', 'surveys')).reason).toBe('topic-not-granted');
  // Without a channel topics do not matter: data may be used, nobody is addressed.
  await visit.act('/me/preferences', { act: 'wishes', shown: 'topics', topic: ['offers', 'news', 'events'] });
  expect(await permission()).toMatchObject({ allowed: true, channels: [] });
  expect((await permission('email')).reason).toBe('topic-off');
  // One company apart from all others, and back.
  await visit.act('/me/preferences/alpenrad', { act: 'wishes', shown: 'topics', topic: [] });
  expect((await permission('email', 'offers')).allowed).toBe(true);
  expect((await visit.get('/me/preferences')).text).toContain('Anders als überall: Themen.');
  await visit.act('/me/preferences/alpenrad', { act: 'topics-default' });
  expect((await permission('email', 'offers')).reason).toBe('topic-off');
  await visit.act('/me/preferences', { act: 'wishes', shown: 'topics', topic: [] });
  expect((await permission('email', 'offers')).allowed).toBe(true);
});

test('how often: the limit counts what was reported in seven days, and says who checks it', async () => {
  await setReporting(portal.services.core, await staff('owner-alpenrad'), false);
  const asked = await visit.act('/me/preferences', { act: 'wishes', shown: 'often', most: '1' });
  expect(asked.text).toContain('Vorher: ohne Grenze. Jetzt: höchstens eine Nachricht in 7 Tagen.');
  expect(asked.text).toMatch(
    /prüfen können wir sie nicht: (Alpenrad und Rheinstrom|Rheinstrom und Alpenrad)\./,
  );
  await setReporting(portal.services.core, await staff('owner-alpenrad'), true);
  const checked = await visit.get('/me/preferences');
  expect(checked.text).toContain('Wir prüfen die Grenze bei: Alpenrad.');
  expect(checked.text).toContain('prüfen können wir sie nicht: Rheinstrom.');

  const sent = portal.world.now();
  await mailed(sent, 'letter 1');
  const reached = await permission('email', 'news');
  expect(reached).toMatchObject({ allowed: false, reason: 'frequency-reached' });
  expect(reached.againAt).toBe(instantOf(msOf(sent) + 7 * 86_400_000));
  expect((await permission()).allowed).toBe(true);
  const reach = await visit.get('/me/preferences/reach');
  expect(reach.text).toContain('Wir prüfen das. In den letzten 7 Tagen kam eine Nachricht.');
  expect(reach.text).toContain('erst ab 8. Dezember 2026');
  await visit.act('/me/preferences/alpenrad', { act: 'wishes', shown: 'often', most: 'any' });
  expect((await permission('email', 'news')).allowed).toBe(true);
  await visit.act('/me/preferences/alpenrad', { act: 'often-default' });
  expect((await permission('email', 'news', reached.againAt ?? undefined)).allowed).toBe(true);
  await visit.act('/me/preferences', { act: 'wishes', shown: 'often', most: 'any' });
});

test('quiet hours silence calls and SMS on the wall of the customer, and nothing else', async () => {
  const { core } = portal.services;
  await saveFields(core, visit.customerId, { mobile: '+436601234567', 'postal-code': '6900' });
  await say('rheinstrom', 'outage-sms', 'sms');
  await core.storage.transact((tx) =>
    tx.customer.verify(visit.customerId, { channel: 'sms', verifiedAt: core.world.now(), how: 'test' }),
  );
  expect((await outage()).allowed).toBe(true);
  const form = { act: 'wishes', shown: 'quiet', from: '18:30', to: '08:00', zone: 'Europe/Vienna' };
  const page = await visit.act('/me/preferences', form);
  expect(page.text).toContain('Vorher: Keine Ruhezeit. Jetzt: 18:30 bis 08:00 Uhr.');
  expect((await permission('email', 'news')).allowed).toBe(true);
  expect((await outage()).againAt).toBe('2026-12-02T07:00:00.000Z');
  expect((await visit.get('/me/preferences/reach')).text).toContain('erst ab 2. Dezember 2026, 08:00');
  await visit.act('/me/preferences/rheinstrom', {
    act: 'wishes',
    shown: 'quiet',
    from: 'none',
    to: '08:00',
    zone: 'Europe/Vienna',
  });
  expect((await outage()).allowed).toBe(true);
  expect((await visit.get('/me/preferences')).text).toContain('Anders als überall: Ruhezeit.');
  await visit.act('/me/preferences/rheinstrom', { act: 'quiet-default' });
  expect((await outage()).reason).toBe('quiet-hours');
  const same = await visit.post('/me/preferences', { ...form, from: '08:00' });
  expect(same.status).toBe(422);
  const kept = await same.text();
  expect(kept).toContain('Wählen Sie für das Ende eine andere Zeit als für den Beginn.');
  expect(kept).toMatch(/<option value="08:00" selected="">/);
  const nowhere = { ...form, zone: 'Mars/Olympus' };
  expect((await visit.post('/me/preferences', nowhere)).status).toBe(400);
  const none = await visit.act('/me/preferences', {
    act: 'wishes',
    shown: 'quiet',
    from: 'none',
    to: '08:00',
    zone: 'Europe/Vienna',
  });
  expect(none.text).toContain('Jetzt: Keine Ruhezeit.');
});

test('what is planned is shown only to those whom it would reach then', async () => {
  const marketer = await staff('marketer-alpenrad');
  const plan = async (title: string, at: string, topic: 'offers' | 'events') =>
    planContact(portal.services.core, marketer, {
      purposeId: await purposeId('alpenrad', 'newsletter'),
      title: { de: title },
      channel: 'email',
      topic,
      at: at as Instant,
    });
  await plan('Winterfest in der Werkstatt', '2026-12-05T09:00:00.000Z', 'events');
  await plan('Letzte Helme', '2026-12-06T09:00:00.000Z', 'offers');
  const read = async () => (await visit.get('/me/preferences/reach')).text;
  expect(await read()).toMatch(/Winterfest in der Werkstatt.*Letzte Helme/);
  await visit.act('/me/preferences', { act: 'wishes', shown: 'topics', topic: ['offers'] });
  expect(await read()).toContain('Winterfest');
  expect(await read()).not.toContain('Letzte Helme');
  // Decided for its day, not for today: a pause that is over by then hides nothing.
  await visit.act('/me/preferences', { act: 'pause', pause: 'week' });
  expect(await read()).not.toContain('Winterfest');
  await visit.act('/me/preferences', { act: 'pause', pause: 'none' });
  expect(await read()).toContain('Winterfest');
  const stranger = await freshCustomer(portal, 'fremd@beispiel.at', ['alpenrad']);
  expect((await stranger.get('/me/preferences/reach')).text).not.toContain('Winterfest');
});

test('a company that is not there, or not theirs, or a word of nobody’s form is refused', async () => {
  for (const path of ['/me/preferences/nobody', '/me/preferences/kornundkruste']) {
    expect((await visit.get(path)).status).toBe(404);
    expect((await visit.post(path, { act: 'wishes', shown: 'topics', topic: [] })).status).toBe(404);
  }
  for (const form of [
    { act: 'wishes', shown: 'often', most: '0' },
    { act: 'wishes', shown: 'often' },
    { act: 'wishes', shown: 'quiet' },
    { act: 'language', language: 'fr' },
  ])
    expect((await visit.post('/me/preferences', form)).status).toBe(400);
  // What the address says of before is a word of a closed list or nothing.
  const forged = await visit.get('/me/preferences?done=topics&was=topics:%3Cb%3E');
  expect(forged.text).not.toContain('Vorher');
});

test('the language of pages and mails is chosen here as well', async () => {
  const page = await visit.act('/me/preferences', { act: 'language', language: 'en' });
  expect(page.status).toBe(200);
  const { customer } = portal.services.core.storage.read;
  expect((await customer.find(visit.customerId))?.language).toBe('en');
  await visit.act('/me/preferences', { act: 'language', language: 'de' });
});
