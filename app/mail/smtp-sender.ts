import { createTransport } from 'nodemailer';
import type { MailSender } from './mail-sender.ts';

/** The server's answer without its words: they quote the recipient's address. */
export class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError';
  readonly permanent: boolean;

  constructor(cause: unknown) {
    const { code, responseCode } = (typeof cause === 'object' && cause !== null ? cause : {}) as {
      code?: unknown;
      responseCode?: unknown;
    };
    super(`not taken by the mail server: ${String(code ?? 'unknown')} ${String(responseCode ?? '')}`.trim());
    this.permanent = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  }
}

/** @param from `Driverseat <portal@example.org>` or a bare address, checked by the configuration */
export function createSmtpSender(smtpUrl: string, from: string): MailSender {
  const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  const name = /^(.*?)\s*<[^<>]+>$/.exec(from)?.[1] ?? 'Driverseat';
  const transport = createTransport({
    ...connectionOf(smtpUrl),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, to, senderName, subject, text, html, at }) => {
      try {
        await transport.sendMail({
          // As objects, so that no part of a name or address is read as a list of recipients.
          from: { name: oneLine(senderName ?? name), address },
          to: { name: '', address: to },
          subject: oneLine(subject),
          text,
          html,
          date: new Date(at),
          messageId: `<${id}@${address.split('@')[1] ?? 'localhost'}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (cause) {
        throw new MailNotSentError(cause);
      }
    },
    close: () => transport.close(),
  };
}

function connectionOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const auth = url.username
    ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
    : {};
  // Codes and addresses do not travel in clear, except inside this machine.
  const requireTLS = !secure && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return { host: url.hostname, port: Number(url.port) || (secure ? 465 : 587), secure, requireTLS, ...auth };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
