import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerCustomer } from '#app/core/customer/register-customer.ts';
import { HOUR_MS } from '#app/core/shared/calendar.ts';
import { draftMail, type MailOrder } from '#app/core/sign-in/draft-mail.ts';
import { requestSignIn } from '#app/core/sign-in/request-sign-in.ts';
import { PORTAL_KEY_ID } from '#app/core/vault/places.ts';
import { createJobs } from '#app/jobs/create-jobs.ts';
import type { JobRunner } from '#app/jobs/runner.ts';
import type { Log, LogFields } from '#app/logger.server.ts';
import { listDemoMails } from '#app/mail/list-demo-mails.ts';
import { createMailer, type Mailer } from '#app/mail/mailer.ts';
import { NO_FILES } from '#tests/support/no-files.ts';
import { addTestStaff, registerConfirmed } from '#tests/support/register.ts';
import { type SmtpSink, startSmtpSink } from '#tests/support/smtp-sink.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe('sending', () => {
  let it: TestCore;
  const logged: { event: string; fields: LogFields | undefined }[] = [];
  const write = (event: string, fields?: LogFields) => void logged.push({ event, fields });
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const compose = (smtpUrl: string | undefined, demo: boolean): { mailer: Mailer; jobs: JobRunner } => {
    const mailFrom = 'Driverseat <portal@driverseat.example>';
    const mailer = createMailer({
      core: it.core,
      smtpUrl,
      mailFrom,
      baseUrl: 'https://portal.example',
      demo,
      log,
    });
    return {
      mailer,
      jobs: createJobs({ core: it.core, mailer, signHead: async () => {}, log, files: NO_FILES }),
    };
  };
  const order = (to: string, wish: Partial<MailOrder> = {}): MailOrder => ({
    template: 'password-changed',
    to,
    language: 'de',
    companyId: null,
    linkPath: null,
    goodUntil: null,
    ...wish,
  });
  const queue = async (wish: MailOrder, address?: string) => {
    const mail = await draftMail(it.core, wish, PORTAL_KEY_ID, address === undefined ? {} : { address });
    await it.core.storage.transact((tx) => tx.job.insert(mail, it.world.now()));
    return mail.id;
  };

  beforeAll(async () => {
    it = await createTestCore('sqlite');
  });
  afterAll(() => it.close());

  describe('by SMTP', () => {
    let sink: SmtpSink;
    let mailer: Mailer;
    let jobs: JobRunner;
    beforeAll(async () => {
      sink = await startSmtpSink();
      ({ mailer, jobs } = compose(sink.url, false));
    });
    afterAll(async () => {
      mailer.close();
      await sink.stop();
    });

    test('a mail leaves once, in text and HTML, marked as automatic', async () => {
      await registerCustomer(it.core, { email: 'anna@beispiel.at', language: 'de' });
      expect(await mailer.readiness()).toEqual({ mode: 'smtp', waiting: 1 });
      await jobs.drain();
      await jobs.drain();
      expect(sink.mails).toHaveLength(1);
      const mail = await sink.waitForMail();
      expect(mail).toMatchObject({ from: 'portal@driverseat.example', to: ['anna@beispiel.at'] });
      expect(mail.raw).toMatch(/^From: Driverseat <portal@driverseat\.example>\r$/m);
      expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      expect(mail.raw).toMatch(/^Message-ID: <[0-9a-f]{32}@driverseat\.example>\r$/m);
      expect(mail.raw).toContain('multipart/alternative');
      expect(await mailer.readiness()).toEqual({ mode: 'smtp', waiting: 0 });
    });

    test('staff are written to at the address in their file', async () => {
      const staff = await addTestStaff(it.core, 'olga@beispiel.at');
      await queue(order(`staff:${staff.id}`));
      const before = sink.mails.length;
      await jobs.drain();
      expect(sink.mails.slice(before).map(({ to }) => to)).toEqual([['olga@beispiel.at']]);
    });

    test('nothing goes to nobody, to strangers, or after its time', async () => {
      const { principal } = await registerConfirmedQuietly('ben@beispiel.at');
      await queue(order('nobody:00000000000000000000000000000000'));
      await queue(order('customer:00000000000000000000000000000000'));
      await queue(order(principal, { goodUntil: it.world.now() }));
      const before = sink.mails.length;
      await jobs.drain();
      expect(sink.mails).toHaveLength(before);
      expect(await it.core.storage.read.job.countFailed()).toBe(0);
    });

    test('an address or a name cannot add headers or recipients', async () => {
      const before = sink.mails.length;
      const staff = await addTestStaff(it.core, 'otto@beispiel.at');
      await queue(order(`staff:${staff.id}`), 'otto@beispiel.at');
      await jobs.drain();
      for (const address of [
        'a@x.example, b@x.example',
        'a@x.example\r\nBcc: b@x.example',
        'a@x.example> <b@x.example',
      ]) {
        await queue(order(`staff:${staff.id}`), address);
      }
      await jobs.drain();
      for (const mail of sink.mails.slice(before)) {
        expect(mail.to).toHaveLength(1);
        expect(mail.to.join()).not.toMatch(/b@x\.example$/);
        expect(mail.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
      }
    });

    async function registerConfirmedQuietly(email: string) {
      return registerConfirmed(it.core, email);
    }
  });

  test('a server that is away: the mail waits, the log names no address, later it goes', async () => {
    const gone = await startSmtpSink();
    const { mailer, jobs } = compose(gone.url, false);
    await gone.stop();
    await registerCustomer(it.core, { email: 'clara@beispiel.at', language: 'de' });
    logged.length = 0;
    await jobs.drain();
    expect(logged.map(({ event }) => event)).toEqual(['job failed']);
    expect(
      JSON.stringify(logged, (_, value) => (value instanceof Error ? `${value.message}` : value)),
    ).not.toContain('clara');
    mailer.close();

    const back = await startSmtpSink();
    const later = compose(back.url, false);
    it.world.advance(HOUR_MS);
    await later.jobs.drain();
    expect((await back.waitForMail()).to).toEqual(['clara@beispiel.at']);
    later.mailer.close();
    await back.stop();
  });

  test('the demo keeps its mails for a page', async () => {
    const { mailer, jobs } = compose(undefined, true);
    expect(mailer.mode).toBe('demo');
    await registerCustomer(it.core, { email: 'dora@beispiel.at', language: 'en' });
    await jobs.drain();
    const [mail] = await listDemoMails(it.core);
    expect(mail).toMatchObject({ recipient: 'dora@beispiel.at', subject: 'Please confirm your address' });
    expect(mail?.text).toContain('https://portal.example/confirm/');
  });

  test('with no way to send, mails wait and the readiness check says so', async () => {
    logged.length = 0;
    const { mailer, jobs } = compose(undefined, false);
    expect(logged.map(({ event }) => event).join()).toContain('SMTP_URL');
    await requestSignIn(it.core, { email: 'ben@beispiel.at', language: 'de' });
    await jobs.drain();
    expect(await mailer.readiness()).toEqual({ mode: 'none', waiting: 1 });
  });
});
