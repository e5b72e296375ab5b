import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureMailLink } from '#app/core/mail/mail-link.ts';
import { sendReceipts } from '#app/core/mail/send-receipts.ts';
import { makeRequest } from '#app/core/request/make-request.ts';
import { ExportManifest } from '#schema/export-manifest.ts';
import { OwnExport } from '#schema/own-export.ts';
import { type CustomerVisit, freshCustomer } from '#tests/support/customer-visit.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { readZip } from '#tests/support/read-zip.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { fetchZip } from '#tests/support/two-portals.ts';

/* What runs an account, and what was sent along with a request, goes along too. */

const PDF = Buffer.from('%PDF-1.7\nRechnung vom März, Zwetschkenkrampus\n');
const HOSTILE = '../../"><script>alert(1)</script>.pdf';

let portal: TestPortal;
let visit: CustomerVisit;
let token: string;

beforeAll(async () => {
  portal = await startTestPortal();
  visit = await freshCustomer(portal, 'mehr@beispiel.at', ['alpenrad']);
  const { core } = portal.services;
  const { customerId } = visit;
  const alpenrad = await core.storage.read.company.findBySlug('alpenrad');
  if (!alpenrad) throw new Error('no company');
  token = await ensureMailLink(core, {
    id: 'mail-1',
    template: 'receipt',
    customerId,
    companyId: alpenrad.id,
  });
  const files = [{ name: HOSTILE, bytes: PDF }];
  await makeRequest(core, { customerId, companyIds: [alpenrad.id], kind: 'access', text: 'Was?', files });
});
afterAll(() => portal.stop());

async function taken() {
  const files = await readZip(await fetchZip(portal, visit.cookie));
  const text = (name: string) => files.get(name)?.toString('utf8') ?? '';
  return { files, text, data: OwnExport.parse(JSON.parse(text('driverseat-export.json'))) };
}

test('the files of a request come along byte for byte, under a name that leads nowhere, listed and linked', async () => {
  const { files, text, data } = await taken();
  const [file] = data.requests[0]?.steps[0]?.files ?? [];
  expect(file).toMatchObject({ type: 'application/pdf', bytes: PDF.length });
  expect(file?.file).toMatch(/^requests\/[0-9a-f]{32}\.pdf$/);
  expect(files.get(file?.file ?? '')).toEqual(PDF);
  const manifest = ExportManifest.parse(JSON.parse(text('manifest.json')));
  expect(manifest.files.find(({ name }) => name === file?.file)?.sha256).toBe(
    createHash('sha256').update(PDF).digest('hex'),
  );
  expect(text('index.html')).toContain(`href="${file?.file}"`);
  expect(text('index.html')).not.toContain('<script');
  expect(readCsv(text('tables/requests.csv')).at(-1)?.at(-1)).toBe(file?.file);
});

test('links in mails: what they are good for and until when, never what opens them', async () => {
  const { files, text, data } = await taken();
  expect(data.upkeep.mailLinks).toEqual([
    {
      mail: 'receipt',
      company: 'alpenrad',
      sentAt: expect.any(String) as string,
      expiresAt: expect.any(String) as string,
      endedAt: null,
      state: 'open',
    },
  ]);
  const hash = createHash('sha256').update(token).digest('hex');
  const session = visit.cookie.split('=')[1] ?? '';
  for (const [name, bytes] of files)
    for (const secret of [token, hash, session])
      expect(bytes.includes(secret), `${name} names a secret`).toBe(false);
  expect(text('index.html')).toContain('Links in Ihren Mails');
  expect(readCsv(text('tables/mail-links.csv'))[1]?.slice(0, 2)).toEqual(['receipt', 'alpenrad']);
});

test('a receipt that waits is told, and is gone once it was sent', async () => {
  const { core } = portal.services;
  expect((await taken()).data.upkeep.receiptDueAt).toBeNull();
  await visit.act('/me/preferences', { act: 'channels', channel: 'email' });
  await sendReceipts(core);
  const due = (await core.storage.read.receipt.dueOf(visit.customerId))?.dueAt ?? null;
  expect((await taken()).data.upkeep.receiptDueAt).toBe(due);
});

test('where the account is signed in, without what signs it in', async () => {
  const { upkeep } = (await taken()).data;
  expect(upkeep.signedIn.length).toBeGreaterThan(0);
  expect(Object.keys(upkeep.signedIn[0] ?? {}).sort()).toEqual(['endsAt', 'lastUsedAt', 'since']);
  expect(upkeep.passwordSetAt).toBeNull();
  for (const device of upkeep.knownDevices)
    expect(Object.keys(device).sort()).toEqual(['forgottenOn', 'seenOn']);
});

test('nothing of it is anybody else’s', async () => {
  const other = await freshCustomer(portal, 'fremd@beispiel.at', ['alpenrad']);
  const files = await readZip(await fetchZip(portal, other.cookie));
  const data = OwnExport.parse(JSON.parse(files.get('driverseat-export.json')?.toString('utf8') ?? ''));
  expect([data.requests, data.upkeep.mailLinks]).toEqual([[], []]);
  for (const bytes of files.values()) expect(bytes.includes('Zwetschkenkrampus')).toBe(false);
});
