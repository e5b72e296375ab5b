import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the wire: headers, empty line, body. */
  readonly raw: string;
}

export interface SmtpSink {
  /** For `SMTP_URL`. */
  readonly url: string;
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Answers with the mail number `index` (from 0) as soon as it has come; fails after `timeoutMs`. */
  waitForMail(index?: number, timeoutMs?: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
}

/** What the server says to a step of the conversation; undefined: welcome. May take its time. */
export interface SmtpMood {
  readonly sender?: () => Promise<string | undefined> | string | undefined;
  readonly recipient?: (address: string) => Promise<string | undefined> | string | undefined;
  readonly message?: () => Promise<string | undefined> | string | undefined;
}

/**
 * A real SMTP server on loopback that keeps what it receives.
 *
 * @param mood asked again at each step, so that a test may change it; answers like `550 5.1.1 nobody here`
 * @param port for one that was stopped and comes back
 */
export async function startSmtpSink(mood: SmtpMood = {}, port = 0): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_, __, done) => void answer(mood.sender?.(), done),
    onRcptTo: ({ address }, _, done) => void answer(mood.recipient?.(address), done),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const refusal = await mood.message?.();
        if (refusal !== undefined) return answer(refusal, done);
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
        for (const wake of waiting) wake();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const bound = (server.server.address() as AddressInfo).port;

  async function waitForMail(index = 0, timeoutMs = 5_000): Promise<ReceivedMail> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const mail = mails[index];
      if (mail) return mail;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`no mail number ${index} within ${timeoutMs} ms (${mails.length} came)`);
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        waiting.add(wake);
      });
    }
  }

  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    mails,
    waitForMail,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  said: Promise<string | undefined> | string | undefined,
  done: (error?: Error | null) => void,
): Promise<void> {
  const refusal = await said;
  if (refusal === undefined) return done();
  const [, code = '451', words = ''] = /^(\d{3}) (.*)$/.exec(refusal) ?? [];
  done(Object.assign(new Error(words), { responseCode: Number(code) }));
}
