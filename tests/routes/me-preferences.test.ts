import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPermission } from '#app/core/permission/find-permission.ts';
import type { Channel } from '#schema/channel.ts';
import { PAUSED_FOR_GOOD } from '#schema/preference.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let visit: CustomerVisit;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'ruhe@beispiel.at', ['alpenrad', 'rheinstrom']);
  const path = '/me/companies/alpenrad/newsletter';
  const page = await visit.get(path);
  await visit.act(path, { act: 'yes', version: page.hidden('version'), language: 'de', channel: 'email' });
});
afterAll(() => portal.stop());

/** What the company is told now. */
async function permission(channel?: Channel) {
  const { storage, world } = portal.services.core;
  const company = await storage.read.company.findBySlug('alpenrad');
  const relationship = company && (await storage.read.relationship.findLive(visit.customerId, company.id));
  const purpose = company && (await storage.read.purpose.findBySlug(company.id, 'newsletter'));
  if (!relationship || !purpose) throw new Error('the demo has changed');
  return findPermission(storage.read, relationship, purpose, world.now(), channel);
}

test.each([
  ['week', '2026-03-09T09:00:00.000Z'],
  ['month', '2026-04-02T09:00:00.000Z'],
  ['quarter', '2026-06-02T09:00:00.000Z'],
  ['open', PAUSED_FOR_GOOD],
])('a pause of everything (%s) is enforced at once and until its end', async (pause, until) => {
  portal.world.set('2026-03-02T09:00:00.000Z');
  const page = await visit.act('/me/preferences', { act: 'pause', pause });
  expect(page.text).toContain('Die Pause hat begonnen.');
  const stored = await portal.services.core.storage.read.preference.find(visit.customerId, null);
  expect(stored.pausedUntil).toBe(until);
  expect((await permission()).reason).toBe('paused');
  expect((await visit.get('/me')).text).toContain('Pause');
  if (pause !== 'open') {
    portal.world.set(until);
    expect((await permission()).reason).toBe('granted');
    expect((await visit.get('/me/preferences')).html).not.toContain('name="pause" value="none"');
  }
  const resumed = await visit.act('/me/preferences', { act: 'pause', pause: 'none' });
  expect(resumed.text).toContain('Die Pause ist zu Ende.');
  expect((await permission()).allowed).toBe(true);
});

test('a pause of one company stops that company alone', async () => {
  const page = await visit.act('/me/companies/rheinstrom', { act: 'pause', pause: 'month' });
  expect(page.text).toContain('Rheinstrom macht jetzt Pause.');
  expect((await permission()).allowed).toBe(true);
  await visit.act('/me/companies/alpenrad', { act: 'pause', pause: 'month' });
  expect((await permission()).reason).toBe('paused');
  const everywhere = await visit.get('/me/preferences');
  // Both began at the same instant of the test's clock: their order on the page is open.
  expect(everywhere.text).toMatch(/Alpenrad (?:(?!Rheinstrom).)*Pause bis /);
  await visit.act('/me/companies/alpenrad', { act: 'pause', pause: 'none' });
  expect((await permission()).allowed).toBe(true);
});

test('a channel that is switched off stays silent although there is a yes', async () => {
  expect((await permission('email')).allowed).toBe(true);
  const page = await visit.act('/me/preferences', {
    act: 'wishes',
    shown: 'channels',
    channel: ['email', 'nonsense'],
  });
  expect(page.text).toContain('Abgeschaltete Wege: E-Mail.');
  expect((await permission('email')).reason).toBe('channel-off');
  expect((await visit.get('/me/companies/alpenrad/newsletter')).text).toContain(
    'Dieser Weg ist gerade abgeschaltet.',
  );

  await visit.act('/me/companies/alpenrad', { act: 'wishes', shown: 'channels', channel: [] });
  expect((await permission('email')).allowed).toBe(true);
  await visit.act('/me/companies/alpenrad', { act: 'channels-default' });
  expect((await permission('email')).reason).toBe('channel-off');
  await visit.act('/me/preferences', { act: 'wishes', shown: 'channels', channel: [] });
  expect((await permission('email')).allowed).toBe(true);
});

test('a pause that is sent twice is one pause, whatever the clock says', async () => {
  const { ledger } = portal.services.core.storage.read;
  const form = { 'intent-id': randomUUID(), act: 'pause', pause: 'week' };
  await visit.act('/me/preferences', form);
  const size = (await ledger.state())?.size;
  portal.world.advance(5000);
  const again = await visit.act('/me/preferences', form);
  expect(again.text).toContain('Es hat sich nichts geändert.');
  expect((await ledger.state())?.size).toBe(size);
  await visit.act('/me/preferences', { act: 'pause', pause: 'none' });
});

test('a form that is not ours, or for a company that is not theirs, is refused', async () => {
  expect((await visit.post('/me/preferences', { act: 'pause', pause: 'decade' })).status).toBe(400);
  expect((await visit.post('/me/preferences', {})).status).toBe(400);
  expect((await visit.post('/me/companies/kornundkruste', { act: 'pause', pause: 'week' })).status).toBe(404);
});
