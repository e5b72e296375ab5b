import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sayNo } from '#app/core/consent/say-no.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import { draftNotice } from '#app/core/sign-in/draft-notice.ts';
import { customerAccount } from '#app/core/sign-in/find-account.ts';
import { createJobRunner, type JobRunner } from '#app/jobs/runner.ts';
import { deliverOrder } from '#app/mail/deliver-order.ts';
import { createSmtpSender } from '#app/mail/smtp-sender.ts';
import type { CustomerId } from '#schema/ids.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { holdPort } from '#tests/support/hold-port.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { type SmtpMood, type SmtpSink, startSmtpSink } from '#tests/support/smtp-sink.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

const FROM = 'Driverseat <portal@driverseat.example>';

describe('a mail server that does not do its part', () => {
  let it: TestCore;
  let sink: SmtpSink;
  let mood: { -readonly [Step in keyof SmtpMood]: SmtpMood[Step] };
  let jobs: JobRunner;
  let anna: CustomerId;
  let close: () => void;

  beforeEach(async () => {
    it = await createTestCore('sqlite');
    mood = {};
    sink = await startSmtpSink(mood);
    ({ customerId: anna } = await registerConfirmed(it.core, 'anna@beispiel.at'));
    const sender = createSmtpSender(sink.url, FROM, { connectMs: 400, answerMs: 400 });
    const quiet = () => {};
    const deliver = { core: it.core, sender, baseUrl: 'https://portal.example' };
    jobs = createJobRunner({
      core: it.core,
      lanes: [{ [MAIL_JOB]: (job) => deliverOrder(deliver, job) }],
      recurring: {},
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
    close = () => sender.close();
  });
  afterEach(async () => {
    close();
    await sink.stop().catch(() => {});
    await it.close();
  });

  const queue = async () => {
    const { core } = it;
    const customer = await core.storage.read.customer.find(anna);
    if (!customer) throw new Error('no customer');
    const mail = await draftNotice(core, customerAccount(customer), 'sessions-ended');
    await core.storage.transact((tx) => tx.job.insert(mail, mail.runAt));
    return mail.id;
  };
  const { job, refused } = {
    job: () => it.core.storage.read.job,
    refused: () => it.core.storage.read.mailRefusal.since(anna),
  };
  /** As many looks at the queue as time brings in these hours. */
  const wait = async (hours: number) => {
    for (let passed = 0; passed < hours * HOUR_MS; passed += 20 * MINUTE_MS) {
      it.world.advance(20 * MINUTE_MS);
      await jobs.drain();
    }
  };

  test('down for two days: nothing is given up, decisions go on, then each mail goes once', async () => {
    await sink.stop();
    const release = await holdPort(sink.port);
    const ids = [await queue(), await queue(), await queue()];
    await jobs.drain();
    await wait(24);
    const shop = await addDemoCompany(it.core, 'alpenrad');
    await connectCompany(it.core, { customerId: anna, companyId: shop.company.id, source: 'directory' });
    const { purpose } = await shop.purpose('newsletter');
    const said = await sayNo(
      it.core,
      { customerId: anna, companyId: shop.company.id, purposeId: purpose.id },
      WEB,
    );
    expect(said.consent.standing.state).toBe('refused');
    await wait(24);
    expect(await job().countFailed()).toBe(0);
    expect((await job().delayed(MAIL_JOB, 10)).map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect((await job().delayed(MAIL_JOB, 10))[0]?.error).toMatch(/ECONNECTION|ESOCKET|ECONNREFUSED/);
    expect(await refused()).toBeUndefined();
    await release();
    sink = await startSmtpSink(mood, sink.port);
    await wait(2);
    expect(sink.mails).toHaveLength(3);
    expect(new Set(sink.mails.map(({ raw }) => /Message-ID: <(\w+)@/.exec(raw)?.[1])).size).toBe(3);
    expect(await job().delayed(MAIL_JOB, 10)).toEqual([]);
  });

  test('after five days without a word a mail is the operator’s to decide', async () => {
    await sink.stop();
    const release = await holdPort(sink.port);
    const id = await queue();
    // 125 tries of up to 72 minutes each, by chance.
    await wait(7 * 24);
    expect((await job().givenUp(MAIL_JOB, 10)).map((one) => one.id)).toEqual([id]);
    await release();
    sink = await startSmtpSink(mood, sink.port);
    await it.core.storage.transact((tx) => tx.job.revive(MAIL_JOB, id, it.world.now()));
    await jobs.drain();
    expect(sink.mails).toHaveLength(1);
    expect(await job().countFailed()).toBe(0);
  });

  test.each<[string, SmtpMood]>([
    ['greylisted', { recipient: () => '451 4.7.1 try again later' }],
    ['a full box', { recipient: () => '452 4.2.2 mailbox full' }],
    ['busy after the message', { message: () => '421 4.3.2 going down' }],
    ['a sender it wants to know first', { sender: () => '530 5.7.0 authentication required' }],
  ])('%s: the mail waits and goes later, once', async (_, bad) => {
    Object.assign(mood, bad);
    await queue();
    await jobs.drain();
    await wait(5);
    expect(sink.mails).toHaveLength(0);
    expect(await job().countFailed()).toBe(0);
    expect(await refused()).toBeUndefined();
    for (const step of Object.keys(bad)) delete mood[step as keyof SmtpMood];
    await wait(2);
    expect(sink.mails).toHaveLength(1);
  });

  test('no such box: given up at once, the address is marked, and cleared by the next mail that is taken', async () => {
    mood.recipient = () => '550 5.1.1 no such user anna@beispiel.at';
    const id = await queue();
    await jobs.drain();
    const [given] = await job().givenUp(MAIL_JOB, 10);
    expect(given).toMatchObject({ id, attempts: 1 });
    expect(given?.error).toContain('550');
    // The server's words quote the address: they stand nowhere.
    expect(JSON.stringify(given)).not.toContain('anna@');
    expect(await refused()).toBe(it.world.now());
    await wait(1);
    expect(sink.mails).toHaveLength(0);
    delete mood.recipient;
    await queue();
    await jobs.drain();
    expect(sink.mails).toHaveLength(1);
    expect(await refused()).toBeUndefined();
  });

  test.each<[string, SmtpMood]>([
    ['a rule of the server', { recipient: () => '554 5.7.1 relaying denied' }],
    ['a message it does not like', { message: () => '554 5.6.0 not this' }],
  ])('%s: given up, and the address is not to blame', async (_, bad) => {
    Object.assign(mood, bad);
    await queue();
    await jobs.drain();
    expect(await job().countFailed()).toBe(1);
    expect(await refused()).toBeUndefined();
  });

  test('slow: each answer may take its time, and the mail goes once', async () => {
    const late = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 250));
    Object.assign(mood, { sender: late, recipient: late, message: late });
    await queue();
    await jobs.drain();
    await wait(2);
    expect(sink.mails).toHaveLength(1);
  });

  test('silent: it is left in time, the queue goes on, and the mail comes when the server wakes', async () => {
    mood.sender = () => new Promise<undefined>(() => {});
    await queue();
    const began = Date.now();
    await jobs.drain();
    expect(Date.now() - began).toBeLessThan(15_000);
    expect((await job().delayed(MAIL_JOB, 10))[0]?.error).toContain('ETIMEDOUT');
    delete mood.sender;
    it.world.advance(DAY_MS);
    await jobs.drain();
    expect(sink.mails).toHaveLength(1);
  });
});
