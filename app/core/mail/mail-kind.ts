import type { MailTemplate } from '../sign-in/draft-mail.ts';

/**
 * Why a mail is sent. It decides what stands below it and in its headers:
 * `account`: a code, a confirmation, a notice of safety; nothing to end here.
 * `receipt`: what the customer decided; with links to look and to take back.
 * `company`: from a company's side; the same links, and the mail program's own
 * button ends that company's advertising (RFC 8058).
 * `reminder`: the portal's own reminders; the mail program's button ends them.
 */
export type MailKind = 'account' | 'receipt' | 'company' | 'reminder';

/** A new template does not compile until somebody has said what kind it is. */
export const MAIL_KIND: Readonly<Record<MailTemplate, MailKind>> = {
  'confirm-address': 'account',
  'confirm-join': 'account',
  'already-registered': 'account',
  'sign-in': 'account',
  'step-up': 'account',
  'reset-password': 'account',
  'confirm-new-address': 'account',
  'address-changing': 'account',
  'address-changed': 'account',
  'password-changed': 'account',
  'password-removed': 'account',
  'sessions-ended': 'account',
  'data-taken': 'account',
  'new-device': 'account',
  farewell: 'account',
  'request-received': 'company',
  'request-extended': 'company',
  'request-answered': 'company',
  'request-message': 'company',
  'request-new': 'account',
  'request-due': 'account',
  'file-ready': 'account',
  'profile-review': 'reminder',
  'thread-answered': 'company',
  'thread-called': 'account',
  'yearly-look': 'reminder',
  question: 'company',
  'mail-link': 'receipt',
  receipt: 'receipt',
};
