import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLanguage } from '#app/core/customer/set-language.ts';
import { MAIL_KIND } from '#app/core/mail/mail-kind.ts';
import { draftMail, type MailOrder, type MailSecret, MailTemplate } from '#app/core/sign-in/draft-mail.ts';
import { profileKeyId } from '#app/core/vault/places.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { type SmtpSink, startSmtpSink } from '#tests/support/smtp-sink.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { readWireMail, type WireMail } from '#tests/support/wire-mail.ts';
import { type MailCustomer, newMailCustomer, oneClick } from './mail-visit.ts';

let portal: TestPortal;
let sink: SmtpSink;
let visit: MailCustomer;
let companyId: CompanyId;
beforeAll(async () => {
  sink = await startSmtpSink();
  portal = await startTestPortal({
    environment: { SMTP_URL: sink.url, MAIL_FROM: 'Driverseat <portal@portal.test>' },
  });
  visit = await newMailCustomer(portal);
  const company = await portal.services.core.storage.read.company.findBySlug('alpenrad');
  if (!company) throw new Error('no company');
  companyId = company.id;
  await portal.services.jobs.drain();
});
afterAll(async () => {
  await portal.stop();
  await sink.stop();
});

const AT = '2026-03-02T08:30:00.000Z' as Instant;

function secretOf(template: MailTemplate): MailSecret {
  if (template === 'receipt') {
    const line = { company: 'Alpenrad', at: AT, index: 7, about: 'pause', from: null, to: null } as const;
    return { receipt: { lines: [line], more: 0 } };
  }
  if (template === 'new-device')
    return { token: 'sessions', device: { at: AT, browser: 'firefox', system: 'linux' } };
  if (template === 'farewell') return { address: visit.email, farewell: [] };
  return { token: 'abc', code: '12345678' };
}

/** Through the real queue, the real sender and a real server. */
async function sent(template: MailTemplate, change: Partial<MailOrder> = {}, who = visit): Promise<WireMail> {
  const { core, jobs } = portal.services;
  const order: MailOrder = {
    template,
    to: `customer:${who.customerId}`,
    language: 'de',
    companyId: MAIL_KIND[template] === 'company' ? companyId : null,
    linkPath: '/me',
    goodUntil: `${core.world.now().slice(0, 4)}-12-31T23:00:00.000Z`,
    day: '2026-04-02',
    ...change,
  };
  const mail = await draftMail(core, order, profileKeyId(who.customerId), secretOf(template));
  await core.storage.transact((tx) => tx.job.insert(mail, mail.runAt));
  const before = sink.mails.length;
  await jobs.drain();
  expect(sink.mails.length, template).toBe(before + 1);
  return readWireMail(sink.mails[before]?.raw ?? '');
}

describe.each(['de', 'en'] as const)('every mail in %s', (language) => {
  // The farewell shreds the key it was sealed under: it has a test of its own.
  test.each(MailTemplate.options.filter((template) => template !== 'farewell'))('%s', async (template) => {
    const kind = MAIL_KIND[template];
    const { headers, parts } = await sent(template, { language });
    const one = (name: string) => {
      expect(headers.get(name), name).toHaveLength(1);
      return headers.get(name)?.[0] ?? '';
    };
    const via = language === 'de' ? 'über' : 'via';
    expect(one('from').replaceAll('"', '')).toBe(
      kind === 'company'
        ? `Alpenrad (${via} Driverseat) <portal@portal.test>`
        : 'Driverseat <portal@portal.test>',
    );
    expect(one('to')).toBe(visit.email);
    expect(one('subject')).toMatch(/\S/);
    expect(one('auto-submitted')).toBe('auto-generated');
    expect(one('content-language')).toMatch(new RegExp(`^${language}(?:-[A-Z]{2})?$`));
    expect(one('message-id')).toMatch(/^<[0-9a-f]{32}@portal\.test>$/);
    expect(one('mime-version')).toBe('1.0');
    expect(Math.abs(Date.parse(one('date')) - Date.parse(portal.world.now()))).toBeLessThan(60_000);
    for (const name of ['bcc', 'cc', 'reply-to']) expect(headers.has(name), name).toBe(false);
    expect([...parts.keys()]).toEqual(['text/plain', 'text/html']);
    const [text, html] = [parts.get('text/plain') ?? '', parts.get('text/html') ?? ''];
    expect(html).toContain(`<html lang="${one('content-language')}">`);
    for (const body of [text, html]) {
      // What only tells of something has no link at all.
      expect(body.includes('http://portal.test/imprint')).toBe(/http:/.test(body));
      expect(body.includes('Alpenrad Fahrradhandel GmbH')).toBe(kind === 'company');
    }
    const listed = kind === 'company' || kind === 'reminder';
    expect(headers.has('list-unsubscribe')).toBe(listed);
    expect(headers.has('list-unsubscribe-post')).toBe(listed);
    if (listed) {
      expect(one('list-unsubscribe')).toMatch(/^<http:\/\/portal\.test\/mail\/[0-9a-f]{64}\/one-click>$/);
      expect(one('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    }
  });
});

test("the button of the mail program ends the company's advertising: one POST to the address in the header", async () => {
  const who = await newMailCustomer(portal);
  await portal.services.jobs.drain();
  const { headers } = await sent('question', {}, who);
  const url = headers.get('list-unsubscribe')?.[0]?.slice(1, -1) ?? '';
  const token = /\/mail\/([0-9a-f]{64})\/one-click$/.exec(url)?.[1] ?? '';
  expect((await portal.get(new URL(url).pathname)).status).toBe(302);
  expect((await who.consent('alpenrad', 'newsletter'))?.standing.state).toBe('granted');
  const body = headers.get('list-unsubscribe-post')?.[0] ?? '';
  expect((await oneClick(portal, token, {}, body)).status).toBe(200);
  expect((await who.consent('alpenrad', 'newsletter'))?.standing.state).toBe('withdrawn');
  expect((await who.consent('alpenrad', 'service-reminder'))?.standing.state).toBe('granted');
});

test('mails go in the language that the customer chose last', async () => {
  const { core, jobs } = portal.services;
  await setLanguage(core, visit.customerId, 'en');
  const before = sink.mails.length;
  await portal.post('/sign-in', undefined, { email: visit.email });
  await jobs.drain();
  const { headers } = readWireMail(sink.mails[before]?.raw ?? '');
  expect(headers.get('content-language')).toEqual(['en']);
  expect(headers.get('subject')).toEqual(['Your sign-in code']);
  await setLanguage(core, visit.customerId, 'de');
});
