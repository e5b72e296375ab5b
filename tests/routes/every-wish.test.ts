import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { findReach } from '#app/core/permission/find-reach.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { addMs, HOUR_MS } from '#app/core/shared/calendar.ts';
import { recordUses } from '#app/core/use/record-uses.ts';
import { VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import { type CatalogueField, fieldShape } from '#schema/field.ts';
import type { PurposeId } from '#schema/ids.ts';
import { MOST_PER_WEEK } from '#schema/preference.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

const ADDRESSES: readonly string[] = ['email', 'mobile', 'landline', 'street'];

let portal: TestPortal;
let visit: CustomerVisit;

/** Somebody who said yes to everything and proved every channel: whatever has no effect here has none at all. */
beforeAll(async () => {
  portal = await startTestPortal();
  // At noon, so that nothing depends on the hour of the test run.
  portal.world.set(`${portal.world.now().slice(0, 10)}T11:00:00.000Z`);
  visit = await freshCustomer(portal, 'alles@beispiel.at', ['alpenrad', 'rheinstrom', 'kornundkruste']);
  const { core } = portal.services;
  const { customerId } = visit;
  for (const { companyId, subject } of await core.storage.read.relationship.ofCustomer(customerId)) {
    let purposeId = '' as PurposeId;
    for (const { purpose, version } of await core.storage.read.purpose.current(companyId)) {
      if (purpose.basis !== 'consent') continue;
      // An address that is not given closes its way.
      const fields = version.content.fields
        .filter(({ field, required }) => required || ADDRESSES.includes(field))
        .map(({ field }) => field);
      await saveFields(core, customerId, Object.fromEntries(fields.flatMap(sampleOf)));
      const choice = { fields, channels: version.content.channels };
      await grantConsent(
        core,
        { customerId, companyId, purposeId: purpose.id, versionId: version.id, choice },
        { actor: { kind: 'customer', name: '' }, method: 'web', source: '/me', language: 'de' },
      );
      purposeId = purpose.id;
    }
    // As many as the widest limit: each limit that can be chosen holds something back.
    const use = {
      subject,
      purposeId,
      channel: 'email',
      topic: null,
      at: addMs(core.world.now(), -HOUR_MS),
    } as const;
    const uses = Array.from({ length: Math.max(...MOST_PER_WEEK) }, () => use);
    await recordUses(core, { companyId, reportedBy: 'test', how: 'api', reference: 'week', uses });
  }
  // A number is proved after it was entered: another one would have to be proved anew.
  for (const channel of VERIFIABLE_CHANNELS)
    await core.storage.transact((tx) =>
      tx.customer.verify(customerId, { channel, verifiedAt: core.world.now(), how: 'test' }),
    );
});
afterAll(() => portal.stop());

/** Something that fits; derived fields and the address come by themselves. */
function sampleOf(field: string): [string, string | string[]][] {
  const { type, options } = fieldShape(field as CatalogueField);
  if (type === 'email') return [];
  if (field === 'postal-region')
    return [
      ['postal-code', '6900'],
      ['country', 'at'],
    ];
  if (field === 'birthday' || field === 'birth-decade') return [['birth-date', '1980-05-05']];
  if (type === 'choices') return [[field, [options?.[0] ?? '']]];
  if (options) return [[field, options[0] ?? '']];
  if (field === 'birth-date') return [[field, '1980-05-05']];
  if (field === 'postal-code') return [[field, '6900']];
  if (field === 'mobile' || field === 'landline') return [[field, '+436601234567']];
  return [[field, field === 'household-size' ? '2' : `x-${field}`]];
}

/** All that may reach the customer now, from every company, as one text. */
async function reach(): Promise<string> {
  const { core } = portal.services;
  const all = [];
  for (const relationship of await core.storage.read.relationship.ofCustomer(visit.customerId)) {
    const { lines, ...rest } = await findReach(core.storage.read, relationship, core.world.now());
    const ways = lines.map(({ purpose, channel, topics, againAt }) => [
      purpose.slug,
      channel,
      topics,
      againAt,
    ]);
    all.push([ways, rest.pausedUntil]);
  }
  return JSON.stringify(all);
}

/** What a page offers: the values of its boxes and lists. */
function offered(html: string, name: string): string[] {
  const part = html.split('<form').find((one) => one.includes('value="wishes"')) ?? '';
  const boxes = [...part.matchAll(new RegExp(`name="${name}"[^>]*value="([^"]+)"`, 'g'))];
  const select = new RegExp(`<select[^>]*name="${name}".*?</select>`, 's').exec(part)?.[0] ?? '';
  return [...boxes, ...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value ?? '');
}

const PAGES = [
  '/me/preferences',
  '/me/preferences/alpenrad',
  '/me/preferences/rheinstrom',
  '/me/preferences/kornundkruste',
];

test.each(PAGES)('no control of %s is without effect, and each gives back what it took', async (path) => {
  const before = await reach();
  const { html } = await visit.get(path);
  const pressed: string[] = [];
  const press = async (form: Readonly<Record<string, string | readonly string[]>>, back: typeof form) => {
    const page = await visit.act(path, form);
    expect(page.status, JSON.stringify(form)).toBe(200);
    expect(page.text, JSON.stringify(form)).toContain('Vorher: ');
    expect(await reach(), JSON.stringify(form)).not.toBe(before);
    await visit.act(path, back);
    expect(await reach(), `${JSON.stringify(form)}, then back`).toBe(before);
    pressed.push(String(form.shown ?? form.act));
  };
  for (const topic of offered(html, 'topic'))
    await press({ act: 'wishes', shown: 'topics', topic: [topic] }, { act: 'topics-default' });
  for (const channel of offered(html, 'channel'))
    await press({ act: 'wishes', shown: 'channels', channel: [channel] }, { act: 'channels-default' });
  for (const most of offered(html, 'most').filter((value) => value !== 'any'))
    await press({ act: 'wishes', shown: 'often', most }, { act: 'often-default' });
  for (const pause of ['week', 'open']) await press({ act: 'pause', pause }, { act: 'pause', pause: 'none' });
  const rings = html.includes('name="zone"');
  if (rings)
    await press(
      { act: 'wishes', shown: 'quiet', from: '10:00', to: '16:00', zone: 'Europe/Vienna' },
      { act: 'quiet-default' },
    );
  expect(pressed.length).toBeGreaterThan(8);
  expect(new Set(pressed).size).toBe(rings ? 5 : 4);
});
