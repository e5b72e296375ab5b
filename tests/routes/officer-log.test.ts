import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let officer: string;
let stranger: string;
let companyId: CompanyId;
let anna: CustomerId;
let address: string;

beforeAll(async () => {
  portal = await startTestPortal();
  officer = await portal.signIn('officer-alpenrad');
  stranger = await portal.signIn('officer-rheinstrom');
  const { core } = portal.services;
  companyId = (await core.storage.read.company.findBySlug('alpenrad'))?.id as CompanyId;
  const person = portal.services.demoPeople().find(({ slug }) => slug === 'anna');
  const who = findPrincipalId(person?.principal ?? '');
  if (who?.kind !== 'customer') throw new Error('no anna');
  anna = who.id;
  address = String((await readOwn(core, anna)).email?.value);
});
afterAll(() => portal.stop());

async function relationshipOf(company: CompanyId) {
  const found = await portal.services.core.storage.read.relationship.findLive(anna, company);
  if (!found) throw new Error('not connected');
  return found;
}

async function log(query = '', cookie = officer): Promise<{ html: string; text: string; indices: number[] }> {
  const response = await portal.get(`/officer/log${query}`, cookie);
  expect(response.status, query).toBe(200);
  const html = await response.text();
  const indices = [...html.matchAll(/href="\/officer\/log\/(\d+)"/g)].map(([, index]) => Number(index));
  return { html, text: textOf(html), indices };
}

test('newest first, page by page, none twice and none missing', async () => {
  const { ledger } = portal.services.core.storage.read;
  const all: number[] = [];
  let query = '';
  for (let page = 0; page < 50; page += 1) {
    const { html, indices } = await log(query);
    all.push(...indices);
    const next = /href="\/officer\/log\?before=(\d+)"/.exec(html)?.[1];
    if (!next) break;
    query = `?before=${next}`;
  }
  expect(all).toEqual([...new Set(all)].sort((a, b) => b - a));
  expect(all).toHaveLength(await ledger.count({ companyId }));
});

describe('a person is found by the exact address or number, and neither stands in an address of a page', () => {
  test('the search answers with a redirect to an opaque id', async () => {
    const { subject, id } = await relationshipOf(companyId);
    for (const person of [address, ` ${address.toUpperCase()} `, 'ar-1001', 'AR 1001'.replace(' ', '-')]) {
      const response = await portal.post('/officer/log', officer, { person, purpose: '', kind: 'granted' });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(`/officer/log?subject=${subject}&kind=granted`);
    }
    const { indices } = await log(`?subject=${subject}`);
    const own = await portal.services.core.storage.read.ledger.ofRelationship(id);
    expect(indices).toEqual(own.map(({ index }) => index).reverse());
  });

  test('nobody is found: the answer is the same for a stranger and for nonsense, and what was typed stays', async () => {
    for (const person of ['niemand@beispiel.at', 'XX-99', 'a'.repeat(300)]) {
      const response = await portal.post('/officer/log', officer, {
        person,
        kind: 'refused',
        from: '2026-01-01',
      });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(textOf(html)).toContain('Zu dieser Adresse oder Nummer gibt es hier keine Person.');
      expect(html).toContain(`value="${person.slice(0, 200)}"`);
      expect(html).toMatch(/<option value="refused" selected/);
      expect(html).toContain('value="2026-01-01"');
    }
  });

  test("another company's customer number finds nobody here", async () => {
    const response = await portal.post('/officer/log', stranger, { person: 'AR-1001' });
    expect(response.status).toBe(422);
  });
});

describe('filters', () => {
  test.each([
    ['kind=withdrawn', 'Einwilligung widerrufen'],
    ['method=join', 'Beitrittsseite mit Bestätigungsmail'],
    ['purpose=newsletter', 'Neues rund ums Rad'],
  ])('%s shows what fits, and a tag that takes it away', async (query, words) => {
    const { html, text, indices } = await log(`?${query}`);
    expect(indices.length).toBeGreaterThan(0);
    expect(html).toMatch(/<a class="tag" href="\/officer\/log">/);
    expect(text).toContain(words);
    const everything = await log();
    expect(indices.length).toBeLessThanOrEqual(everything.indices.length);
  });

  test('days are those of the clock on the wall, first and last included', async () => {
    const { ledger } = portal.services.core.storage.read;
    const [newest] = await ledger.search({ companyId, limit: 1 });
    const local = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Vienna' });
    const day = local.format(Date.parse(newest?.at ?? ''));
    const { indices } = await log(`?from=${day}&until=${day}`);
    const expected = (await ledger.search({ companyId, limit: 200 })).filter(
      ({ at }) => local.format(Date.parse(at)) === day,
    );
    expect(indices).toEqual(expected.map(({ index }) => index));
  });

  test('a date that does not exist and days in the wrong order are told beside the field', async () => {
    const wrong = await portal.post('/officer/log', officer, { from: '2026-02-30' });
    expect(wrong.status).toBe(422);
    expect(textOf(await wrong.text())).toContain('Dieses Datum gibt es nicht.');
    const order = await portal.post('/officer/log', officer, { from: '2026-03-02', until: '2026-03-01' });
    expect(textOf(await order.text())).toContain('Das zweite Datum liegt vor dem ersten.');
  });

  test('what is unknown is no filter, and what is not ours does not exist', async () => {
    expect((await log('?kind=nonsense&method=magic')).indices.length).toBeGreaterThan(0);
    const foreign = (await portal.services.core.storage.read.company.findBySlug('rheinstrom'))
      ?.id as CompanyId;
    const { subject } = await relationshipOf(foreign);
    for (const query of [
      `?subject=${subject}`,
      `?subject=${'f'.repeat(32)}`,
      '?purpose=solar-advice',
      '?before=x',
    ])
      expect((await portal.get(`/officer/log${query}`, officer)).status, query).toBe(404);
  });
});

test('nothing is opened and nothing written by searching', async () => {
  const { ledger } = portal.services.core.storage.read;
  const before = (await ledger.state())?.size;
  const { html } = await log();
  await portal.post('/officer/log', officer, { person: address });
  expect((await ledger.state())?.size).toBe(before);
  expect(html).not.toContain(address);
  expect(html).not.toMatch(/<script|\sstyle=|undefined|\[object|NaN|Invalid Date|officer\.\w/);
});

test('nobody else comes in, by GET or by POST', async () => {
  const { subject } = await relationshipOf(companyId);
  const [entry] = await portal.services.core.storage.read.ledger.search({ companyId, limit: 1 });
  const paths = [
    '/officer/log',
    `/officer/log/${entry?.index}`,
    `/officer/customers/${subject}`,
    `/officer/customers/${subject}/no`,
  ];
  const others = ['anna', 'ben', 'marketer-alpenrad', 'owner-alpenrad', 'operator'];
  for (const path of paths) {
    expect((await portal.get(path)).status).toBe(302);
    expect((await portal.post(path, undefined, { reason: 'x' })).status).toBe(302);
    for (const slug of others) {
      const cookie = await portal.signIn(slug);
      expect((await portal.get(path, cookie)).status, `${slug} ${path}`).toBe(404);
      expect((await portal.post(path, cookie, { reason: 'x' })).status, `${slug} ${path}`).toBe(404);
    }
  }
  // The officer of another company: the same answer as for what does not exist.
  for (const path of paths.slice(1)) {
    expect((await portal.get(path, stranger)).status, path).toBe(404);
    expect((await portal.post(path, stranger, { reason: 'x' })).status, path).toBe(404);
  }
});
