import { describe, expect, test } from 'vitest';
import { MAIL_KIND } from '#app/core/mail/mail-kind.ts';
import type { Receipt } from '#app/core/mail/receipt.ts';
import { type MailOrder, MailTemplate } from '#app/core/sign-in/draft-mail.ts';
import { renderMail } from '#app/mail/render-mail.ts';
import { type Instant, instantOf } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';

const MANAGE = `https://portal.example/mail/${'a'.repeat(64)}`;
const around = {
  baseUrl: 'https://portal.example',
  companyName: null,
  companyAddress: null,
  manageUrl: null,
  now: instantOf(Date.parse('2026-03-02T09:00:00.000Z')),
};
const order = (template: MailOrder['template'], wish: Partial<MailOrder> = {}): MailOrder => ({
  template,
  to: 'customer:00000000000000000000000000000000',
  language: 'de',
  companyId: null,
  linkPath: null,
  goodUntil: '2026-03-02T09:10:00.000Z',
  day: '2026-04-02',
  ...wish,
});
const AT = '2026-03-02T08:30:00.000Z' as Instant;
const receipt: Receipt = {
  lines: [
    {
      about: 'purpose',
      company: 'Alpenrad',
      at: AT,
      index: 7,
      title: { de: 'Neues vom Rad', en: 'News of bicycles' },
      from: 'undecided',
      to: 'granted',
      until: '2028-03-02T08:30:00.000Z' as Instant,
    },
    {
      about: 'pause',
      company: 'Alpenrad',
      at: AT,
      index: 8,
      from: null,
      to: '2026-04-02T08:30:00.000Z' as Instant,
    },
    {
      about: 'pause',
      company: 'Rheinstrom',
      at: AT,
      index: 9,
      from: null,
      to: '2026-04-02T08:30:00.000Z' as Instant,
    },
    {
      about: 'preference',
      company: 'Alpenrad',
      at: AT,
      index: 10,
      channelsOff: ['email'],
      topics: true,
      mostPerWeek: 1,
      quiet: { from: '21:00', to: '07:00' },
    },
  ],
  more: 2,
};

test('code and link stand in both forms, with the end of their time in words', () => {
  const wish = { linkPath: '/sign-in/link' };
  const mail = renderMail(order('sign-in', wish), { code: '12345678', token: 'abc' }, around);
  for (const body of [mail.text, mail.html]) {
    expect(body).toContain('1234 5678');
    expect(body).toContain('https://portal.example/sign-in/link/abc');
    expect(body).toContain('2. März 2026, 10:10');
    expect(body).not.toContain('12345678');
  }
  expect(mail.subject).toBe('Ihr Code zum Anmelden');
  expect(mail.senderName).toBeNull();
});

describe.each(['de', 'en'] as const)('in %s', (language: Language) => {
  test.each(MailTemplate.options)('%s says its thing, complete and without anything to fetch', (template) => {
    const account = MAIL_KIND[template] === 'account';
    const mail = renderMail(
      order(template, { language, linkPath: '/confirm' }),
      { token: 'abc', ...(template === 'receipt' ? { receipt } : {}) },
      { ...around, companyName: 'Alpenrad', manageUrl: account ? null : MANAGE },
    );
    expect(mail.subject).not.toMatch(/mail\.|\{\{|\[object/);
    expect(mail.text).not.toMatch(/mail\.\w|\{\{|undefined|\[object/);
    expect(mail.html).not.toMatch(/<(?:img|script|link|iframe|form|object)|url\(|src=|@import/i);
    const ways =
      MAIL_KIND[template] === 'reminder'
        ? [MANAGE, `${MANAGE}#reminder`]
        : [MANAGE, `${MANAGE}#fewer`, `${MANAGE}#stop`];
    const known = [
      'https://portal.example/confirm/abc',
      'https://portal.example/imprint',
      ...(account ? [] : ways),
    ];
    const links = [...mail.html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([url]) => url);
    expect(links.filter((url) => !known.includes(url))).toEqual([]);
    expect(mail.html).toContain(`lang="${language}"`);
    // What concerns companies or comes again can be looked at and ended from the mail itself, in both forms.
    for (const body of [mail.text, mail.html])
      for (const way of ways) expect(body.includes(way), way).toBe(!account);
    // Why it came stands below each of them.
    expect(mail.text).toMatch(/\n-- \n(?:Diese E?-?Mail|Sie bekommen|This email|You are getting)/);
  });

  test('a receipt says from what to what, when and under which number; a pause for all once', () => {
    const mail = renderMail(order('receipt', { language }), { receipt }, { ...around, manageUrl: MANAGE });
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(language === 'de' ? 'Neues vom Rad' : 'News of bicycles');
      expect(body).toMatch(language === 'de' ? /Eintrag 7/ : /entry 7/);
      expect(body).toMatch(/8 (?:und|and) 9/);
      expect(body).toMatch(/21:00/);
      expect(body).toMatch(language === 'de' ? /noch 2 Einträge/ : /2 more entries/);
    }
    expect(mail.text.match(/Pause/g)?.length).toBeLessThanOrEqual(4);
  });
});

test('a company speaks through the portal, and its name cannot become markup or a header', () => {
  const companyName = 'Rad & <b>Tat</b>\r\nBcc: x@y.example';
  const mail = renderMail(
    order('confirm-join', { linkPath: '/confirm' }),
    { token: 'abc' },
    { ...around, companyName },
  );
  expect(mail.senderName).toContain('(über Driverseat)');
  expect(mail.html).toContain('Rad &amp; &lt;b&gt;Tat&lt;/b&gt;');
  expect(mail.html).not.toContain('<b>');
});
