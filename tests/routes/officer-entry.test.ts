import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import { findPrincipalId } from '#app/core/sign-in/principal.ts';
import type { CompanyId } from '#schema/ids.ts';
import { openLook } from '#tests/support/open-look.ts';
import { textOf } from '#tests/support/page-text.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';

let portal: TestPortal;
let officer: string;
let granted: LedgerEntry;
let released: LedgerEntry;

beforeAll(async () => {
  portal = await startTestPortal();
  officer = await portal.signIn('officer-alpenrad');
  const { read } = portal.services.core.storage;
  const companyId = (await read.company.findBySlug('alpenrad'))?.id as CompanyId;
  const find = async (kind: 'granted' | 'purpose-released') => {
    const [entry] = await read.ledger.search({ companyId, kinds: [kind], limit: 1 });
    if (!entry) throw new Error(`no ${kind}`);
    return entry;
  };
  granted = await find('granted');
  released = await find('purpose-released');
});
afterAll(() => portal.stop());

const size = async () => (await portal.services.core.storage.read.ledger.state())?.size ?? 0;

/** What a code block holds, without the escapes of HTML. */
function codeIn(html: string, label: string): string {
  const block = new RegExp(`aria-label="${label}"[^>]*><pre><code>([^<]*)<`).exec(html)?.[1] ?? '';
  return block.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}

test('before a reason is given only what stands in clear is shown, with its place computed', async () => {
  const before = await size();
  const response = await portal.get(`/officer/log/${granted.index}`, officer);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  const text = textOf(html);
  expect(text).toContain('Einwilligung erteilt');
  expect(text).toMatch(
    /Nachgerechnet: (Ein Schritt führt|\d+ Schritte führen) von diesem Eintrag zum signierten Kopf/,
  );
  expect(html).not.toContain('Zum Nachrechnen');
  expect(html).not.toMatch(/<script|\sstyle=|undefined|\[object|NaN|Invalid Date|officer\.\w/);
  expect(await size()).toBe(before);
});

test('without a reason nothing is opened; a long one is kept', async () => {
  const before = await size();
  const empty = await portal.post(`/officer/log/${granted.index}`, officer, { reason: ' \n ' });
  expect(empty.status).toBe(422);
  const html = await empty.text();
  expect(textOf(html)).toContain('Bitte füllen Sie dieses Feld aus.');
  expect(html).not.toContain('Der Datensatz</h2>');
  const long = await portal.post(`/officer/log/${granted.index}`, officer, { reason: 'x'.repeat(201) });
  expect(long.status).toBe(422);
  expect(await long.text()).toContain(`value="${'x'.repeat(201)}"`);
  expect(await size()).toBe(before);
});

test('with a reason the record opens, and its bytes can be computed by anyone from what is shown', async () => {
  const before = await size();
  const reason = 'Beschwerde vom 3. Mai <b>';
  const response = await openLook(portal, `/officer/log/${granted.index}`, officer, { reason });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(textOf(html)).toContain(`Ihr Blick steht als Eintrag ${before} im Protokoll.`);

  const record = JSON.parse(codeIn(html, 'Datensatz als JSON'));
  const salt = Buffer.from(codeIn(html, 'Salz'), 'base64');
  // By hand, with nothing of ours: this is what an expert in court would do.
  const mac = createHmac('sha256', salt)
    .update('driverseat/leaf/v1')
    .update(canonicalize(record) ?? '');
  expect(Buffer.concat([Buffer.of(1), mac.digest()]).equals(granted.entry)).toBe(true);
  expect(record).toMatchObject({ kind: 'granted', at: granted.at, schema: 'driverseat/record/v1' });

  // The very words of the frozen card.
  const card = await portal.services.core.storage.read.purpose.cardByHash(record.textHash);
  const { what, onNo, title } = parseCard(card?.card ?? '{}');
  for (const words of [what, onNo, title]) expect(textOf(html)).toContain(words);
});

test('the look is an entry of its own, which the person reads with its reason', async () => {
  const { read } = portal.services.core.storage;
  const reason = 'Auskunft 4711';
  await portal.post(`/officer/log/${granted.index}`, officer, { reason });
  const look = await read.ledger.entry((await size()) - 1);
  expect(look).toMatchObject({ kind: 'evidence-opened', relationshipId: granted.relationshipId });
  const customer = await read.relationship.find(granted.relationshipId as never);
  const [newest] = await read.disclosure.looksOfCustomer(customer?.customerId as never, { limit: 1 });
  expect(newest).toMatchObject({ how: 'evidence', role: 'officer', reason, purposeId: null });
  const whoIsAnna = findPrincipalId(
    portal.services.demoPeople().find(({ slug }) => slug === 'anna')?.principal ?? '',
  );
  if (whoIsAnna?.kind === 'customer' && whoIsAnna.id === customer?.customerId) {
    const page = await portal.get('/me/looks', await portal.signIn('anna'));
    expect(textOf(await page.text())).toContain(reason);
  }
});

test('an entry that concerns nobody opens as well, and its own hashes stand there', async () => {
  const response = await openLook(portal, `/officer/log/${released.index}`, officer, {
    reason: 'Prüfung der Texte',
  });
  expect(response.status).toBe(200);
  const text = textOf(await response.text());
  expect(text).toContain('Zweckfassung freigegeben');
  expect(text).toContain('betrifft keine einzelne Person');
  expect(text).toContain('card-de');
});

test('what is no entry of this company is no page', async () => {
  const { ledger } = portal.services.core.storage.read;
  const state = await size();
  const foreign = (await portal.services.core.storage.read.company.findBySlug('rheinstrom'))?.id as CompanyId;
  const [other] = await ledger.search({ companyId: foreign, limit: 1 });
  for (const word of [String(other?.index), String(state + 5), '-1', '1.5', 'x', '0x1', '9'.repeat(20)]) {
    expect((await portal.get(`/officer/log/${word}`, officer)).status, word).toBe(404);
    expect((await portal.post(`/officer/log/${word}`, officer, { reason: 'x' })).status, word).toBe(404);
  }
  expect(await size()).toBe(state);
});

test('the log stays whole after all of this', async () => {
  expect((await portal.services.checkLog()).report?.faults).toEqual([]);
});
