import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let officer: string;

beforeAll(async () => {
  portal = await startTestPortal();
  officer = await portal.signIn('officer-alpenrad');
});
afterAll(() => portal.stop());

const read = async (path: string) => {
  const answer = await portal.get(path, officer);
  expect(answer.status, path).toBe(200);
  return answer.text();
};
const mainOf = (html: string) => textOf(html.slice(html.indexOf('<main'), html.indexOf('</main')));

test('each line of what ends soon leads to as many people as it says, and to nobody else', async () => {
  // Within a month of then the terms of the oldest answers run out.
  for (let month = 0; month < 8; month += 1) {
    const today = await read('/officer');
    const links = [...today.matchAll(/href="(\/officer\/ending\?[^"]+)"/g)].map(([, to = '']) =>
      to.replaceAll('&amp;', '&'),
    );
    if (links.length > 0) {
      const { relationship } = portal.services.core.storage.read;
      const company = await portal.services.core.storage.read.company.findBySlug('alpenrad');
      if (!company) throw new Error('the demo has Alpenrad');
      for (const link of links) {
        const html = await read(link);
        const [, said = ''] = /<h1[^>]*>([^<]+)/.exec(html) ?? [];
        const subjects = [...html.matchAll(/href="\/officer\/customers\/([0-9a-f]{32})"/g)].map(
          ([, id]) => id,
        );
        const count = /^Eine /.test(said) ? 1 : Number(/^\d+/.exec(said)?.[0]);
        expect(subjects, said).toHaveLength(count);
        expect(new Set(subjects).size).toBe(count);
        for (const subject of subjects)
          expect(await relationship.findBySubject(company.id, subject as never)).toBeDefined();
      }
      return;
    }
    portal.world.advance(30 * 24 * 3600 * 1000);
    officer = await portal.signIn('officer-alpenrad');
  }
  throw new Error('the demo has terms that end');
});

test('what is not this company’s, or no such line, is no page; nobody else comes in', async () => {
  const good = '/officer/ending?purpose=newsletter&what=expiring&version=1';
  expect(mainOf(await read(good))).toMatch(/endet|enden/);
  for (const query of [
    '',
    '?purpose=newsletter&what=expiring',
    '?purpose=newsletter&what=expiring&version=99',
    '?purpose=newsletter&what=everything&version=1',
    '?purpose=solar-advice&what=expiring&version=1',
    '?purpose=%27&what=expiring&version=1',
  ])
    expect((await portal.get(`/officer/ending${query}`, officer)).status, query).toBe(404);
  for (const slug of ['anna', 'marketer-alpenrad', 'owner-alpenrad', 'operator', 'officer-rheinstrom'])
    expect((await portal.get(good, await portal.signIn(slug))).status, slug).toBe(404);
});

test('an overdue request stands first, in the headline and in the list', async () => {
  const html = await read('/officer');
  expect(textOf(/<h1[^>]*>[\s\S]*?<\/h1>/.exec(html)?.[0] ?? '')).toMatch(
    /^ ?(Eine Anfrage ist|\d+ Anfragen sind) überfällig\./,
  );
  const queue = html.slice(html.indexOf('id="queue"'), html.indexOf('id="ending"'));
  const first = queue.indexOf('href="/officer/requests/');
  const talks = queue.indexOf('href="/officer/messages');
  expect(first).toBeGreaterThan(-1);
  if (talks > -1) expect(first).toBeLessThan(talks);
});

test('who rests is told apart from who may be addressed, so that both pages agree', async () => {
  const { core } = portal.services;
  const company = await core.storage.read.company.findBySlug('alpenrad');
  const found = company && (await core.storage.read.purpose.findBySlug(company.id, 'test-rides'));
  if (!company || !found) throw new Error('the demo has test rides');
  const at = core.world.now();
  const window = { at, expiringBefore: at, pendingBefore: at };
  const counts = await core.storage.read.consent.due([found.id], window);
  const sum = (name: 'granted' | 'resting') => counts.reduce((total, one) => total + one[name], 0);
  const seen = await core.storage.read.people.count({ companyId: company.id, purposeId: found.id, at });
  expect(sum('granted') - sum('resting')).toBe(seen);
});
