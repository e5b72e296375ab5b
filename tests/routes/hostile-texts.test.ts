import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordNo } from '#app/core/consent/record-no.ts';
import { askForConsent } from '#app/core/consent-request/ask-for-consent.ts';
import { recordInteraction } from '#app/core/interaction/record-interaction.ts';
import { planContact } from '#app/core/planned-contact/plan-contact.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { setCustomerNumber } from '#app/core/relationship/set-customer-number.ts';
import { makeRequest } from '#app/core/request/make-request.ts';
import { saveSegment } from '#app/core/segment/save-segment.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { answerThread } from '#app/core/thread/answer-thread.ts';
import { startThread } from '#app/core/thread/start-thread.ts';
import type { StaffId } from '#schema/ids.ts';
import { type CustomerVisit, freshCustomer, sayYes } from '#tests/support/customer-visit.ts';
import { createTestMailbox } from '#tests/support/mailbox.ts';
import { readZip } from '#tests/support/read-zip.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { walkPages } from '#tests/support/walk-pages.ts';

/* Whatever people and companies write, it is read as words: by browsers, by mail programs, by our own texts. */

/** Closes a value and a tag, runs a script, and asks our translator for other texts. */
const EVIL = `'"><img src=x onerror=alert(1)>{{company}}$t(common.action.cancel)`;
const RAW = /<img src=x/;
/** As it must stand in every page: nothing of it run, nothing filled in. */
const SAFE = '&lt;img src=x onerror=alert(1)&gt;{{company}}$t(common.action.cancel)';

let portal: TestPortal;
let visit: CustomerVisit;
let subject: string;

beforeAll(async () => {
  portal = await startTestPortal();
  const { core } = portal.services;
  const { read } = core.storage;
  visit = await freshCustomer(portal, 'worte@beispiel.at', ['alpenrad']);
  const { customerId } = visit;
  await saveFields(core, customerId, { 'given-name': EVIL, 'family-name': EVIL, street: EVIL, city: EVIL });
  await sayYes(visit, '/me/companies/alpenrad/newsletter', { field: ['given-name'] });
  const company = await read.company.findBySlug('alpenrad');
  const relationship = company && (await read.relationship.findLive(customerId, company.id));
  if (!company || !relationship) throw new Error('not connected');
  subject = relationship.subject;
  const purposeOf = async (slug: string) => {
    const found = await read.purpose.findBySlug(company.id, slug);
    if (!found) throw new Error(`no ${slug}`);
    return found.id;
  };
  const newsletter = await purposeOf('newsletter');
  const staff = await marketer();
  await setCustomerNumber(core, relationship.id, EVIL);
  const words = { concern: 'disagreement', title: EVIL, text: EVIL, wishedBy: '' } as const;
  const threadId = await startThread(core, { customerId, companyId: company.id, ...words });
  await answerThread(core, { staff, role: 'marketer', threadId, text: EVIL });
  const today = core.world.now().slice(0, 10);
  const entry = { kind: 'contact', happenedOn: today, text: EVIL } as const;
  await recordInteraction(core, { staff, subject: relationship.subject, purposeId: newsletter, ...entry });
  await makeRequest(core, {
    customerId,
    companyIds: [company.id],
    kind: 'access',
    text: EVIL,
    files: [{ name: `${EVIL}\r\nX-Evil: 1.txt`, bytes: Buffer.from(EVIL) }],
  });
  const question = { reason: EVIL, fields: [], months: null };
  await askForConsent(core, {
    staff,
    subject: relationship.subject,
    purposeId: await purposeOf('test-rides'),
    text: question,
  });
  await saveSegment(core, staff, {
    purposeId: newsletter,
    name: EVIL,
    conditions: { match: 'all', conditions: [] },
  });
  await planContact(core, staff, {
    purposeId: newsletter,
    title: { de: EVIL, en: EVIL },
    channel: 'email',
    topic: 'news',
    at: addMs(core.world.now(), DAY_MS),
  });
  await recordNo(core, {
    staff,
    subject: relationship.subject,
    purposeId: await purposeOf('service-reminder'),
    method: 'letter',
    source: EVIL,
  });
});
afterAll(() => portal.stop());

async function marketer(): Promise<Staff> {
  const person = portal.services.demoPeople().find(({ slug }) => slug === 'marketer-alpenrad');
  const id = person?.principal.split(':')[1] as StaffId | undefined;
  const staff = id && (await portal.services.core.storage.read.staff.find(id));
  if (!staff) throw new Error('nobody there');
  return staff;
}

/** Pages on which the words stand; fails at the first on which they are more than words. */
async function pagesWithWords(
  cookie: string,
  start: string,
  more: readonly string[] = [],
): Promise<string[]> {
  const open = async (path: string) => {
    const response = await portal.get(path, cookie);
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    return isPage ? response.text() : undefined;
  };
  const pages = await walkPages(open, start, 4);
  for (const path of more) pages.push({ path, html: (await open(path)) ?? '' });
  const found: string[] = [];
  for (const { path, html } of pages) {
    expect(html, path).not.toMatch(RAW);
    // Data for scripts of staff pages escapes in its own way.
    const body = html.replaceAll(/<script\b[\s\S]*?<\/script>/g, (script) => {
      expect(script.slice(8, -9), path).not.toMatch(/<|onerror=alert\(1\)>/);
      return '';
    });
    const times = body.split('onerror=alert(1)').length - 1;
    expect(body.split(SAFE).length - 1, path).toBe(times);
    if (times > 0) found.push(path.replaceAll(/[0-9a-f]{32}/g, ':id'));
  }
  return found;
}

test('on the pages of the customer', async () => {
  const found = await pagesWithWords(visit.cookie, '/me');
  for (const path of [
    '/me/profile',
    '/me/messages',
    '/me/messages/:id',
    '/me/questions/:id',
    '/me/rights/:id',
  ])
    expect(found).toContain(path);
  expect(found.length).toBeGreaterThan(9);
});

test('on the pages of the company and of its officer', async () => {
  const at = `/company/people/${subject}`;
  const found = await pagesWithWords(await portal.signIn('marketer-alpenrad'), '/company', [
    `${at}?purpose=newsletter`,
    `${at}/record?purpose=newsletter`,
    '/company/people?purpose=newsletter',
  ]);
  expect(found).toContain('/company/people/:id/record?purpose=newsletter');
  expect(found).toContain('/company/messages/:id');
  expect(found).toContain('/company/segments');
  const officer = await pagesWithWords(await portal.signIn('officer-alpenrad'), '/officer', [
    `/officer/customers/${subject}`,
  ]);
  expect(officer).toContain('/officer/requests/:id');
});

test('in mails: no tag, no header more', async () => {
  const mails = await createTestMailbox(portal.services.core).collect();
  expect(mails.length).toBeGreaterThan(2);
  for (const { subject: line, senderName, html } of mails) {
    expect(html).not.toMatch(RAW);
    expect(`${line}${senderName}`).not.toMatch(/[\r\n]/);
  }
});

test('in the file of a request: its name breaks out of no header', async () => {
  const page = await visit.get('/me/rights');
  const request = /\/me\/rights\/[0-9a-f]{32}/.exec(page.html)?.[0] ?? '';
  const file = /\/me\/rights\/[0-9a-f]{32}\/files\/[0-9a-f]{32}/.exec((await visit.get(request)).html)?.[0];
  const response = await portal.get(file ?? '', visit.cookie);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-evil')).toBeNull();
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('in what is taken along', async () => {
  const response = await portal.post('/me/export/file', visit.cookie, {});
  expect(response.status).toBe(200);
  const files = await readZip(Buffer.from(await response.arrayBuffer()));
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(1);
  for (const [name, bytes] of pages) expect(bytes.toString('utf8'), name).not.toMatch(RAW);
  expect(files.get('index.html')?.toString('utf8').split(SAFE).length).toBeGreaterThan(9);
  for (const name of files.keys()) expect(name).toMatch(/^[\w./-]+$/);
});
