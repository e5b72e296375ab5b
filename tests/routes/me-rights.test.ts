import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { idIn, postFiles } from './rights-visit.ts';

describe('rights of a customer', () => {
  let portal: TestPortal;
  let clara: CustomerVisit;
  let stranger: CustomerVisit;
  beforeAll(async () => {
    portal = await startTestPortal();
    clara = await freshCustomer(portal, 'clara@rights.example', ['alpenrad', 'rheinstrom']);
    stranger = await freshCustomer(portal, 'stranger@rights.example', ['alpenrad']);
  });
  afterAll(() => portal.stop());

  const requests = () => portal.services.core.storage.read.request.ofCustomer(clara.customerId);

  test('every right has a page that says what works at once and what to ask', async () => {
    const list = await clara.get('/me/rights');
    for (const kind of ['access', 'rectification', 'restriction', 'objection', 'erasure', 'portability']) {
      expect(list.html).toContain(`/me/rights/new?kind=${kind}`);
      const page = await clara.get(`/me/rights/new?kind=${kind}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Das geht sofort, ohne Anfrage');
      expect(page.html).not.toMatch(/checked=""/);
    }
    expect((await clara.get('/me/rights/new?kind=objection')).html).toContain(
      '/me/take-back?what=advertising',
    );
    expect((await clara.get('/me/rights/new?kind=everything')).status).toBe(404);
    expect((await clara.get('/me/account')).html).toContain('/me/rights');
  });

  test('a double submit is one request for each company, and the page shows until when', async () => {
    const fields = { 'intent-id': randomUUID(), act: 'ask', company: 'all', text: 'Was wissen Sie?' };
    const path = '/me/rights/new?kind=access';
    const answers = await Promise.all(Array.from({ length: 10 }, () => clara.post(path, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await requests()).toHaveLength(2);
    const list = await clara.get('/me/rights');
    expect(list.text).toContain('2 Anfragen warten auf Antwort.');
    expect((await clara.get('/me')).text).toMatch(/2 Anfragen sind offen\. Die erste Antwort ist bis \d/);
    const [request] = await requests();
    const page = await clara.get(`/me/rights/${request?.id}`);
    expect(page.text).toContain('Was wissen Sie?');
    expect(page.text).toMatch(/antwortet bis \d+\. \S+ 20\d\d/);
    expect((await stranger.get(`/me/rights/${request?.id}`)).status).toBe(404);
    expect((await stranger.post(`/me/rights/${request?.id}`, { act: 'take-back' })).status).toBe(404);
    const again = await clara.get(path);
    expect(again.text).toContain('So eine Anfrage läuft dort schon.');
  });

  test('a form to mend keeps what was typed; a company that is none of theirs is absent', async () => {
    const path = '/me/rights/new?kind=rectification';
    const empty = await clara.act(path, { act: 'ask', company: '', text: 'Falscher Name' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('href="#company"');
    expect(empty.text).toContain('Falscher Name');
    const noWords = await clara.act(path, { act: 'ask', company: 'alpenrad', text: ' ' });
    expect(noWords.html).toContain('href="#text"');
    expect((await clara.post(path, { act: 'ask', company: 'kornundkruste', text: 'x' })).status).toBe(404);
    expect((await clara.post(path, { act: 'other', company: 'alpenrad' })).status).toBe(400);
  });

  test('files come along sealed, are given back as downloads, and nothing else passes', async () => {
    const path = '/me/rights/new?kind=rectification';
    const fields = { act: 'ask', company: 'alpenrad', text: 'Die Adresse ist alt' };
    const refused = await postFiles(portal, path, clara.cookie, fields, [
      { name: 'a.pdf', text: 'MZ\u0001\u0002' },
    ]);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#file"');
    const sent = await postFiles(portal, path, clara.cookie, fields, [
      { name: 'Melde<zettel>.html', text: '<script>alert(1)</script>' },
    ]);
    expect(sent.status).toBe(303);
    const page = await clara.get(`/me/rights/${idIn(sent)}`);
    expect(page.html).not.toContain('<script>alert');
    const href = /href="(\/me\/rights\/\w+\/files\/\w+)"/.exec(page.html)?.[1] ?? '';
    const file = await portal.get(href, clara.cookie);
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="Melde_zettel.txt"');
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(await file.text()).toBe('<script>alert(1)</script>');
    expect((await portal.get(href, stranger.cookie)).status).toBe(404);
    expect((await portal.get(href)).status).toBe(302);
    const tooMuch = [{ name: 'a.txt', text: 'x'.repeat(17 * 1024 * 1024) }];
    expect((await postFiles(portal, path, clara.cookie, fields, tooMuch)).status).toBe(413);
    const elsewhere = [{ name: 'a.txt', text: 'x'.repeat(100 * 1024) }];
    expect((await postFiles(portal, '/me/preferences', clara.cookie, {}, elsewhere)).status).toBe(413);
    // Not signed in: not even read.
    expect((await postFiles(portal, path, '', fields, elsewhere)).status).toBe(302);
  });

  test('a restriction works at once by a press, and is lifted by one', async () => {
    const path = '/me/rights/new?kind=restriction';
    const company = await portal.services.core.storage.read.company.findBySlug('rheinstrom');
    const restricted = async () =>
      company &&
      (await portal.services.core.storage.read.relationship.findLive(clara.customerId, company.id))
        ?.restrictedAt;
    const done = await clara.act(path, { act: 'restrict', company: 'rheinstrom' });
    expect(done.text).toContain('darf ab jetzt nichts mehr nutzen.');
    expect(await restricted()).not.toBeNull();
    await clara.act(path, { act: 'unrestrict', company: 'rheinstrom' });
    expect(await restricted()).toBeNull();
    expect((await clara.post(path, { act: 'restrict', company: 'kornundkruste' })).status).toBe(404);
  });

  test('one can add to a request and take it back', async () => {
    const sent = await clara.post('/me/rights/new?kind=erasure', {
      act: 'ask',
      company: 'alpenrad',
      text: '',
    });
    const path = `/me/rights/${idIn(sent)}`;
    expect((await clara.act(path, { act: 'add', text: '' })).status).toBe(422);
    const added = await clara.act(path, { act: 'add', text: 'Auch in der Werkstatt' });
    expect(added.text).toContain('Auch in der Werkstatt');
    await clara.act(path, { act: 'take-back' });
    expect((await clara.get(path)).text).toContain('Sie haben die Anfrage zurückgenommen.');
    expect((await clara.post(path, { act: 'add', text: 'noch etwas' })).status).toBe(422);
  });

  test('reading changes nothing', async () => {
    const before = JSON.stringify(await requests());
    for (const path of ['/me/rights', '/me/rights/new?kind=access&company=alpenrad&act=ask'])
      await clara.get(path);
    expect(JSON.stringify(await requests())).toBe(before);
  });
});
