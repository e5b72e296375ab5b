import { createTransport } from 'nodemailer';
import { MailNotSentError } from './mail-not-sent-error.ts';
import type { MailSender, OutgoingMail } from './mail-sender.ts';

export interface SmtpPatience {
  /** To connect, and to be greeted. */
  readonly connectMs: number;
  /** For each answer. */
  readonly answerMs: number;
}

const PATIENCE: SmtpPatience = { connectMs: 10_000, answerMs: 20_000 };

/** @param from `Driverseat <portal@example.org>` or a bare address, checked by the configuration */
export function createSmtpSender(smtpUrl: string, from: string, patience = PATIENCE): MailSender {
  const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  const name = /^(.*?)\s*<[^<>]+>$/.exec(from)?.[1] ?? 'Driverseat';
  const transport = createTransport({
    ...connectionOf(smtpUrl),
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    socketTimeout: patience.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      const { id, to, senderName, subject, text, html, at, language } = mail;
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
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': language,
            ...unsubscribeHeaders(mail),
          },
        });
      } catch (cause) {
        throw new MailNotSentError(cause);
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 2369 and RFC 8058: the mail program shows a button, and pressing it needs no page. */
function unsubscribeHeaders({ unsubscribeUrl }: OutgoingMail): Record<string, string> {
  if (unsubscribeUrl === null) return {};
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
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
