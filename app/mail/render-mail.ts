import { MAIL_KIND } from '#app/core/mail/mail-kind.ts';
import type { MailOrder, MailSecret } from '#app/core/sign-in/draft-mail.ts';
import { createI18n, type I18n } from '#app/i18n/i18n-context.tsx';
import type { Instant } from '#schema/instant.ts';
import { type MailItem, type MailParts, mailHtml } from './mail-html.ts';
import { deviceItem, farewellItems } from './notice-items.ts';
import { receiptItems } from './receipt-items.ts';

export interface RenderedMail {
  /** Name in front of the portal's own address. */
  readonly senderName: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailSurroundings {
  /** Without slash at the end. */
  readonly baseUrl: string;
  /** The company whose page asked; the mail speaks of it and bears its name. */
  readonly companyName: string | null;
  /** Name and address as in its imprint; null with the name. */
  readonly companyAddress: string | null;
  /** The page where this mail's reader looks and takes back without signing in; null: this mail has none. */
  readonly manageUrl: string | null;
  readonly now: Instant;
}

/** Pure: an order and its secrets as a mail, in text and in HTML with nothing to fetch. */
export function renderMail(order: MailOrder, secret: MailSecret, around: MailSurroundings): RenderedMail {
  const i18n = createI18n(order.language, around.now);
  const { t, format, locale } = i18n;
  const { template } = order;
  const site = siteOf(around.baseUrl);
  const company = around.companyName ?? site;
  const values = {
    site,
    company,
    time: order.goodUntil ? format.dateTime(order.goodUntil as Instant) : '',
    day: order.day ? format.day(order.day) : '',
  };
  const senderName = around.companyName === null ? null : t('mail.sender', { company });

  const href = hrefOf(order, secret, around);
  const label = template in BUTTONS ? t(`mail.${template as keyof typeof BUTTONS}.button`) : '';
  const ways = waysOf(order, i18n, around);
  const parts: MailParts = {
    locale,
    sender: senderName ?? site,
    greeting: t('mail.greeting'),
    lead: t(`mail.${template}.lead`, values),
    code: secret.code ? { label: t('mail.yourCode'), digits: groupDigits(secret.code) } : null,
    items: itemsOf(secret, i18n),
    link: href === null ? null : { href, label, copy: t('mail.copyLink') },
    note: secret.farewell?.length === 0 ? t('mail.farewell.alone') : t(`mail.${template}.note`, values),
    closing: t('mail.closing'),
    footer: t(`mail.why.${MAIL_KIND[template]}`, values),
    // A mail that only tells has no link at all: nobody should get used to pressing one there.
    imprint: {
      sender: around.companyAddress,
      link:
        href === null && ways.length === 0
          ? null
          : { href: `${around.baseUrl}/imprint`, label: t('mail.imprint') },
    },
    ways,
  };
  return {
    senderName,
    language: locale,
    subject: t(`mail.${template}.subject`, values),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

/** The address people type; a portal on the own computer by its name, since nobody knows it as `localhost`. */
function siteOf(baseUrl: string): string {
  const { host, hostname } = new URL(baseUrl);
  return hostname === 'localhost' || hostname === '127.0.0.1' ? 'Driverseat' : host;
}

/** Templates with a button. */
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
  'mail-link': true,
  receipt: true,
  'thread-answered': true,
  'thread-called': true,
  'file-ready': true,
  'new-device': true,
  'profile-review': true,
  'yearly-look': true,
  question: true,
} as const;

function hrefOf(
  { template, linkPath }: MailOrder,
  { token }: MailSecret,
  { baseUrl, manageUrl }: MailSurroundings,
): string | null {
  if (template === 'mail-link' || template === 'receipt') return manageUrl;
  return linkPath !== null && token ? `${baseUrl}${linkPath}/${token}` : null;
}

function itemsOf({ receipt, farewell, device }: MailSecret, i18n: I18n): MailItem[] {
  if (farewell) return farewellItems(farewell, i18n);
  if (device) return [deviceItem(device, i18n)];
  if (!receipt) return [];
  const more = { title: i18n.t('mail.receipt.more', { count: receipt.more }), lines: [] };
  return [...receiptItems(receipt, i18n), ...(receipt.more > 0 ? [more] : [])];
}

function waysOf({ template }: MailOrder, { t }: I18n, { manageUrl }: MailSurroundings): MailParts['ways'] {
  if (manageUrl === null) return [];
  const view = { href: manageUrl, label: t('mail.ways.view') };
  if (MAIL_KIND[template] === 'reminder')
    return [view, { href: `${manageUrl}#reminder`, label: t('mail.ways.reminder') }];
  return [
    view,
    { href: `${manageUrl}#fewer`, label: t('mail.ways.fewer') },
    { href: `${manageUrl}#stop`, label: t('mail.ways.stop') },
  ];
}

function mailText(parts: MailParts): string {
  const { code, link, items, ways } = parts;
  const blocks = [
    parts.greeting,
    parts.lead,
    code && `${code.label} ${code.digits}`,
    ...items.map(({ title, lines }) => [title, ...lines].join('\n')),
    link && `${link.label}:\n${link.href}`,
    parts.note,
    parts.closing,
    [
      '-- ',
      parts.footer,
      ...imprintOf(parts.imprint),
      ...ways.map(({ href, label }) => `${label}: ${href}`),
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block).join('\n\n')}\n`;
}

function imprintOf({ sender, link }: MailParts['imprint']): string[] {
  return [...(sender === null ? [] : [sender]), ...(link === null ? [] : [`${link.label}: ${link.href}`])];
}

/** `12345678` -> `1234 5678`: two looks instead of one long one. */
function groupDigits(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}
