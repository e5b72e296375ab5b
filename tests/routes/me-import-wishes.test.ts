import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { findImport, finishImport, type ImportCore } from '#app/files/import-own-file.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { manifestFor, packZip } from '#tests/support/own-zip-files.ts';
import { readZip } from '#tests/support/read-zip.ts';
import { filesOnDisk, logSize, startTwoPortals, type TwoPortals } from '#tests/support/two-portals.ts';
import { uploadZip } from '#tests/support/upload.ts';

/* Wishes of every kind, the language, and what companies ask beyond the catalogue. */

const QUIET = { from: '21:00', to: '07:30', timeZone: 'Europe/Zurich' };
const WISHES = [
  {
    company: null,
    channelsOff: ['phone'],
    pausedUntil: null,
    topicsOff: ['offers'],
    mostPerWeek: 2,
    quietHours: QUIET,
  },
  { company: 'alpenrad', channelsOff: ['post'], pausedUntil: '2099-01-01T00:00:00.000Z', mostPerWeek: 'any' },
];

let portals: TwoPortals;
let zip: Buffer;
/** What Alpenrad asks at the other portal: the one that Anna brings a value for. */
let own: { readonly id: string; readonly slug: string };

beforeAll(async () => {
  portals = await startTwoPortals();
  const { read } = portals.there.services.core.storage;
  const alpenrad = await read.company.findBySlug('alpenrad');
  const asked = alpenrad ? await read.companyField.ofCompany(alpenrad.id) : [];
  const field = asked.find(({ content }) => content.type !== 'date');
  if (!field) throw new Error('no field of its own');
  own = field;
  const { type, options } = field.content;
  const value = options[0]?.value ?? (type === 'count' ? '44' : 'Vierundvierzig');
  const files = new Map<string, Buffer | string>(await readZip(portals.zip));
  const data = JSON.parse(String(files.get('driverseat-export.json'))) as Record<string, unknown>;
  const defined = (company: string, slug: string, de: string) => ({ company, slug, label: { de, en: de } });
  data['customer'] = { language: 'en' };
  data['preferences'] = WISHES;
  data['profile'] = [
    { field: 'given-name', value: 'Anna' },
    { field: `x-${'1'.repeat(32)}`, value, defined: defined('alpenrad', field.slug, 'Von dort') },
    { field: `x-${'2'.repeat(32)}`, value: 'blau', defined: defined('alpenrad', 'helm', 'Helmfarbe') },
    { field: `x-${'3'.repeat(32)}`, value: '7', defined: defined('rheinstrom', field.slug, 'Zählernummer') },
  ];
  files.set('driverseat-export.json', JSON.stringify(data));
  zip = await packZip(files.set('manifest.json', manifestFor(files)));
});
afterAll(() => portals.stop());

async function arrive(address: string): Promise<CustomerVisit> {
  const visit = await freshCustomer(portals.there, address, ['alpenrad']);
  expect((await uploadZip(portals.there, visit.cookie, zip)).status).toBe(303);
  return visit;
}

const TAKE = { act: 'take' };

describe('the check page names all that would be taken over', () => {
  test('in German', async () => {
    const visit = await arrive('alles@other.example');
    const { text } = await visit.get('/me/import/check');
    for (const said of [
      'ohne Angebote',
      'höchstens 2 Nachrichten in 7 Tagen',
      '21:00 bis 07:30 Uhr, Zürich',
      'Sprache der Seiten und Mails',
      'Aus der Datei: English',
      '(Alpenrad)',
      'Helmfarbe: Diese Angabe gibt es hier nicht. Sie bleibt in der Datei.',
      'Zählernummer: Diese Angabe gibt es hier nicht. Sie bleibt in der Datei.',
    ])
      expect(text.includes(said), said).toBe(true);
  });

  test('in English', async () => {
    const visit = await arrive('english@other.example');
    await visit.post('/me/account', { language: 'en' });
    const { text } = await visit.get('/me/import/check');
    for (const said of ['This is in your file.', '21:00', 'Helmfarbe', 'Your preferences'])
      expect(text.includes(said), said).toBe(true);
    const done = await visit.act('/me/import/check', TAKE);
    expect(done.text).toContain('This is now here too.');
  });
});

test('taken over: each wish of each kind, the own field of the company here, and the language only when chosen', async () => {
  const { core } = portals.there.services;
  const { read } = core.storage;
  for (const [address, choice, language] of [
    ['wahl@other.example', { language: 'file' }, 'en'],
    ['ohne@other.example', {}, 'de'],
  ] as const) {
    const visit = await arrive(address);
    await visit.act('/me/import/check', { ...TAKE, ...choice });
    const alpenrad = await read.company.findBySlug('alpenrad');
    expect(await read.preference.find(visit.customerId, null)).toEqual({
      channelsOff: ['phone'],
      pausedUntil: null,
      topicsOff: ['offers'],
      mostPerWeek: 2,
      quietHours: QUIET,
    });
    expect(await read.preference.find(visit.customerId, alpenrad?.id ?? null)).toEqual({
      channelsOff: ['post'],
      pausedUntil: '2099-01-01T00:00:00.000Z',
      mostPerWeek: 'any',
    });
    const profile = await readOwn(core, visit.customerId);
    expect(Object.keys(profile).sort()).toEqual(['email', 'given-name', own.id].sort());
    expect(profile[own.id as keyof typeof profile]?.source).toBe('import');
    expect((await read.customer.find(visit.customerId))?.language).toBe(language);
    expect(await read.consent.ofCustomer(visit.customerId)).toEqual([]);
  }
});

test('killed before its commit nothing has changed; sent again it ends as if nothing had happened', async () => {
  const { core, shelf, verifierKey } = portals.there.services;
  const { read } = core.storage;
  const visit = await arrive('abbruch@other.example');
  const choice = { fields: new Set<string>(), wishes: new Set<string>(), language: true };
  const killed: ImportCore = {
    ...core,
    shelf,
    verifierKey,
    sequencer: {
      ...core.sequencer,
      submit: (act) =>
        core.sequencer.submit(async (context) => {
          await act(context);
          throw new Error('the power is gone');
        }),
    },
  };
  const waiting = filesOnDisk(portals.there).length;
  const before = await logSize(portals.there);
  await expect(finishImport(killed, visit.customerId, choice)).rejects.toThrow('the power is gone');
  expect(await logSize(portals.there)).toBe(before);
  expect(Object.keys(await readOwn(core, visit.customerId))).toEqual(['email']);
  expect((await read.preference.find(visit.customerId, null)).channelsOff).toBeNull();
  const evidence = await read.foreign.sources(visit.customerId);

  const whole: ImportCore = { ...core, shelf, verifierKey };
  expect(await findImport(whole, visit.customerId)).toBeDefined();
  expect(await finishImport(whole, visit.customerId, choice)).toEqual({ fields: 2, wishes: 3, entries: 0 });
  expect(await read.foreign.sources(visit.customerId)).toEqual(evidence);
  expect((await read.preference.find(visit.customerId, null)).mostPerWeek).toBe(2);
  expect((await read.customer.find(visit.customerId))?.language).toBe('en');
  expect(await finishImport(whole, visit.customerId, choice)).toBeUndefined();
  expect(filesOnDisk(portals.there)).toHaveLength(waiting - 1);
});
