import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveSegment } from '#app/core/segment/save-segment.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { type Firm, openFirm, textOf } from './firm.ts';

let portal: TestPortal;
let mine: Firm;
let other: Firm;
let segment: string;

beforeAll(async () => {
  portal = await startTestPortal();
  mine = await openFirm(portal, 1, 'mine');
  other = await openFirm(portal, 1, 'other');
  await mine.yes(0, 0, ['email', 'given-name']);
  const conditions = { match: 'all', conditions: [] } as const;
  const purposeId = mine.town.purposes.get(0);
  if (!purposeId) throw new Error('no purpose');
  const input = { purposeId, name: 'All', conditions: { ...conditions, conditions: [] } };
  segment = (await saveSegment(portal.services.core, mine.marketer, input)).id;
});
afterAll(() => portal.stop());

const NOWHERE = '0123456789abcdef0123456789abcdef';

async function pages(): Promise<string[]> {
  const subject = await mine.subject(0);
  return [
    '/company',
    '/company/people',
    '/company/people?purpose=purpose-0',
    `/company/people?segment=${segment}`,
    `/company/people/${subject}?purpose=purpose-0`,
    `/company/people/${subject}/no`,
    '/company/people/export?purpose=purpose-0',
    '/company/segments',
    '/company/segments/new',
    '/company/segments/new?purpose=purpose-0',
    `/company/segments/${segment}`,
    `/company/segments/${segment}/export`,
  ];
}

test('the marketer opens every page', async () => {
  for (const page of await pages())
    expect([page, (await portal.get(page, mine.cookie)).status]).toEqual([page, 200]);
});

test('nobody else: signed out to the sign-in page, everybody else the same 404, and nothing is disclosed', async () => {
  const before = (await mine.looks()).length;
  for (const page of await pages()) {
    const out = await portal.get(page);
    expect(out.status).toBe(302);
    expect(out.headers.get('location')).toContain('/sign-in?');
    for (const person of ['anna', 'officer-alpenrad', 'owner-alpenrad', 'operator']) {
      if (person === 'owner-alpenrad' && page === '/company') continue;
      const response = await portal.get(page, await portal.signIn(person, { steppedUp: true }));
      expect([page, person, response.status]).toEqual([page, person, 404]);
    }
  }
  expect(await mine.looks()).toHaveLength(before);
});

test('the owner has a first page of the company alone: team and purposes, no customer, not even a number', async () => {
  const response = await portal.get('/company', await portal.signIn('owner-alpenrad'));
  const text = textOf(await response.text());
  expect(response.status).toBe(200);
  expect(text).toContain('Alpenrad hat 6 Zwecke und ein Team von 3.');
  expect(text).toContain('Tobias Geiger');
  // The company's own addresses stand in the wording of its purposes.
  const others = text.replaceAll(/\S+@alpenrad\.example/g, '');
  expect(others).not.toMatch(/\d+ Menschen|Wen Sie wofür|@/);
});

test("another company's person, purpose, segment and one that never was answer alike", async () => {
  const subject = await mine.subject(0);
  const twins = [
    [`/company/people/${subject}?purpose=purpose-0`, `/company/people/${NOWHERE}?purpose=purpose-0`],
    [`/company/people/${subject}/no`, `/company/people/${NOWHERE}/no`],
    [`/company/segments/${segment}`, `/company/segments/${NOWHERE}`],
    [`/company/segments/${segment}/export`, `/company/segments/${NOWHERE}/export`],
    [`/company/people?segment=${segment}`, `/company/people?segment=${NOWHERE}`],
    ['/company/people?purpose=newsletter', '/company/people?purpose=no-such-thing'],
  ] as const;
  for (const [foreign, absent] of twins) {
    const answers = await Promise.all([portal.get(foreign, other.cookie), portal.get(absent, other.cookie)]);
    expect([foreign, ...answers.map(({ status }) => status)]).toEqual([foreign, 404, 404]);
    const [one, two] = await Promise.all(answers.map((answer) => answer.text()));
    expect(withoutNonce(one, foreign)).toBe(withoutNonce(two, absent));
  }
});

test('posts are as closed as pages', async () => {
  const subject = await mine.subject(0);
  const no = { about: 'all', method: 'letter', source: 'letter 1' };
  const file = { segment, reason: 'because', format: 'csv' };
  const posts = [
    [`/company/people/${subject}/no`, no],
    [`/company/segments/${segment}`, { act: 'remove' }],
    ['/company/export', file],
    ['/company/export', { ...file, segment: NOWHERE }],
    ['/company/segments/new?purpose=newsletter', { purpose: 'newsletter', name: 'x' }],
  ] as const;
  for (const [path, fields] of posts) {
    for (const cookie of [other.cookie, await portal.signIn('anna'), await portal.signIn('owner-alpenrad')])
      expect([path, (await portal.post(path, cookie, fields)).status]).toEqual([path, 404]);
    expect((await portal.post(path, undefined, fields)).status).toBe(302);
  }
  expect((await portal.get(`/company/segments/${segment}`, mine.cookie)).status).toBe(200);
  expect((await portal.get(`/company/people/${subject}?purpose=purpose-0`, mine.cookie)).status).toBe(200);
});

describe('ids that are none', () => {
  test.each([
    '/company/people?purpose=purpose-3',
    '/company/people?purpose=',
    '/company/people?purpose=purpose-0&after=x',
    '/company/people?segment=%00',
    '/company/people/x?purpose=purpose-0',
    "/company/people/' or 1=1 --?purpose=purpose-0",
    '/company/segments/x',
    '/company/segments/new?purpose=purpose-3',
    '/company/people/export',
  ])('%s answers 404', async (page) => {
    expect((await portal.get(encodeURI(page), mine.cookie)).status).toBe(404);
  });
});

test('a file that is opened by its address leads to where it begins, and is none', async () => {
  const before = (await mine.looks()).length;
  const response = await portal.get('/company/export', mine.cookie);
  expect([response.status, response.headers.get('location')]).toEqual([302, '/company/people']);
  expect(await mine.looks()).toHaveLength(before);
});

/** The page's own path and random marks aside, both pages are the same bytes. */
function withoutNonce(html: string | undefined, path: string): string {
  return (html ?? '')
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/[0-9a-f]{16}/g, '')
    .replaceAll(encodeURIComponent(path), '')
    .replaceAll(path, '');
}
