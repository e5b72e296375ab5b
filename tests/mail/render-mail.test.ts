import { expect, test } from 'vitest';
import { type MailOrder, MailTemplate } from '#app/core/sign-in/draft-mail.ts';
import { renderMail } from '#app/mail/render-mail.ts';
import { instantOf } from '#schema/instant.ts';

const around = {
  baseUrl: 'https://portal.example',
  companyName: null,
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
  ...wish,
});

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

test.each(MailTemplate.options)(
  '%s says its thing in both languages, complete and without anything to fetch',
  (template) => {
    const linked = { linkPath: '/confirm' };
    for (const language of ['de', 'en'] as const) {
      const mail = renderMail(
        order(template, { language, ...linked }),
        { token: 'abc' },
        { ...around, companyName: 'Alpenrad' },
      );
      expect(mail.subject).not.toMatch(/mail\.|\{\{|\[object/);
      expect(mail.text).not.toMatch(/mail\.\w|\{\{/);
      expect(mail.html).not.toMatch(/<(?:img|script|link|iframe)|url\(|src=/i);
      expect(
        [...mail.html.matchAll(/https?:\/\/[^"<\s]+/g)].every(
          ([url]) => url === 'https://portal.example/confirm/abc',
        ),
      ).toBe(true);
      expect(mail.html).toContain(`lang="${language}"`);
    }
  },
);

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
