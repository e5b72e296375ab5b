import type { MailOrder, MailSecret } from '#app/core/sign-in/draft-mail.ts';
import { createI18n } from '#app/i18n/i18n-context.tsx';
import type { Instant } from '#schema/instant.ts';
import { mailHtml } from './mail-html.ts';

export interface RenderedMail {
  /** Name in front of the portal's own address. */
  readonly senderName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailSurroundings {
  /** Without slash at the end. */
  readonly baseUrl: string;
  /** The company whose page asked; the mail speaks of it and bears its name. */
  readonly companyName: string | null;
  readonly now: Instant;
}

/** Pure: an order and its secrets as a mail, in text and in HTML with nothing to fetch. */
export function renderMail(order: MailOrder, secret: MailSecret, around: MailSurroundings): RenderedMail {
  const { t, format, locale } = createI18n(order.language, around.now);
  const { template } = order;
  const site = new URL(around.baseUrl).host;
  const company = around.companyName ?? site;
  const values = {
    site,
    company,
    time: order.goodUntil ? format.dateTime(order.goodUntil as Instant) : '',
    day: order.day ? format.day(order.day) : '',
  };

  const link =
    order.linkPath !== null && secret.token ? `${around.baseUrl}${order.linkPath}/${secret.token}` : null;
  const code = secret.code ? groupDigits(secret.code) : null;
  const label = template in BUTTONS ? t(`mail.${template as keyof typeof BUTTONS}.button`) : '';
  const lead = t(`mail.${template}.lead`, values);
  const note = t(`mail.${template}.note`, values);
  const footer = t('mail.footer', { site });

  const text = [
    `${t('mail.greeting')},`,
    lead,
    code && `${t('mail.yourCode')} ${code}`,
    link && `${label}:\n${link}`,
    note,
    t('mail.closing'),
    `-- \n${footer}`,
  ];
  return {
    senderName: around.companyName === null ? null : t('mail.sender', { company }),
    subject: t(`mail.${template}.subject`, values),
    text: `${text.filter((part) => part).join('\n\n')}\n`,
    html: mailHtml({
      locale,
      greeting: `${t('mail.greeting')},`,
      lead,
      code: code === null ? null : { label: t('mail.yourCode'), digits: code },
      link: link === null ? null : { href: link, label, copy: t('mail.copyLink') },
      note,
      closing: t('mail.closing'),
      footer,
    }),
  };
}

/** Templates with a link. */
const BUTTONS = {
  'confirm-address': true,
  'confirm-join': true,
  'already-registered': true,
  'sign-in': true,
  'reset-password': true,
  'confirm-new-address': true,
  'request-received': true,
  'request-extended': true,
  'request-answered': true,
  'request-message': true,
  'request-new': true,
  'request-due': true,
} as const;

/** `12345678` -> `1234 5678`: two looks instead of one long one. */
function groupDigits(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}
