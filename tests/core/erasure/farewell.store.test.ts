import { describe, expect, onTestFinished, test } from 'vitest';
import { setLanguage } from '#app/core/customer/set-language.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { FAREWELL_MS } from '#app/core/erasure/farewell.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { HOUR_MS } from '#app/core/shared/calendar.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import { FAREWELL_KEYS } from '#app/core/vault/places.ts';
import { createJobRunner } from '#app/jobs/runner.ts';
import { deliverOrder } from '#app/mail/deliver-order.ts';
import { createDemoSender } from '#app/mail/demo-sender.ts';
import { listDemoMails } from '#app/mail/list-demo-mails.ts';
import type { MailSender } from '#app/mail/mail-sender.ts';
import { createSmtpSender } from '#app/mail/smtp-sender.ts';
import { tablesOf } from '#db/open-db.ts';
import { instantOf } from '#schema/instant.ts';
import { LEAVER_EMAIL, type Leaver, liveAndBeKnown } from '#tests/core/erasure/leaver.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { rowsNaming } from '#tests/support/rows-naming.ts';
import { searchBytes } from '#tests/support/search-bytes.ts';
import { type SmtpMood, type SmtpSink, startSmtpSink } from '#tests/support/smtp-sink.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

type Mood = { -readonly [Step in keyof SmtpMood]: SmtpMood[Step] };

interface Case extends TestCore {
  readonly leaver: Leaver;
  readonly sink: SmtpSink;
  readonly mood: Mood;
  readonly deliver: (sender?: MailSender) => Promise<number>;
}

async function open(engine: Engine): Promise<Case> {
  const it = await createTestCore(engine);
  onTestFinished(it.close);
  const mood: Mood = {};
  const sink = await startSmtpSink(mood);
  onTestFinished(() => sink.stop());
  const smtp = createSmtpSender(sink.url, 'Driverseat <portal@driverseat.example>');
  onTestFinished(() => smtp.close());
  const quiet = () => {};
  const deliver = (sender = smtp) => {
    const options = { core: it.core, sender, baseUrl: 'https://portal.example' };
    return createJobRunner({
      core: it.core,
      lanes: [{ [MAIL_JOB]: (job) => deliverOrder(options, job) }],
      recurring: {},
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    }).drain();
  };
  const leaver = await liveAndBeKnown(it, 60);
  await deliver();
  return { ...it, leaver, sink, mood, deliver };
}

const bodyOf = (raw: string) =>
  Buffer.from(raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`)).toString();
const farewells = ({ mails }: SmtpSink) =>
  mails.filter(({ raw }) => /Konto[ _]ist[ _]aufgel|account is closed/.test(raw));
const keysLeft = ({ core, world }: TestCore) =>
  core.keys.madeBefore(FAREWELL_KEYS, instantOf(Date.parse(world.now()) + 1), 10);

describe.each(ENGINES)('the last mail on %s', (engine) => {
  test('goes once to the address of before, says what stays until when, and leaves no trace of it', async () => {
    const it = await open(engine);
    const { core, leaver, sink, database } = it;
    await setLanguage(core, leaver.customerId, 'en');
    const { proofUntil } = await eraseCustomer(core, leaver.customerId, WEB);
    // While it waits, the address stands nowhere in clear and its key names nobody.
    expect(await rowsNaming(database, [LEAVER_EMAIL])).toEqual({});
    const [keyId] = await keysLeft(it);
    const { keys } = tablesOf(database);
    const row = await keys.kysely
      .selectFrom('vault_key')
      .selectAll()
      .where('id', '=', keyId ?? '')
      .execute();
    const before = farewells(sink).length;
    await it.deliver();
    await it.deliver();
    const [mail, ...more] = farewells(sink).slice(before);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([LEAVER_EMAIL]);
    const body = decodeURIComponent(bodyOf(mail?.raw ?? '').replace(/%(?![0-9A-F]{2})/g, '%25'));
    expect(body).toContain('our last email');
    expect(body).toContain(String(proofUntil?.slice(0, 4)));
    expect(body).toContain('to delete what it has read');
    expect(body).not.toMatch(/List-Unsubscribe|\/mail\/[0-9a-f]{64}/);

    expect(await keysLeft(it)).toEqual([]);
    expect(await rowsNaming(database, [LEAVER_EMAIL, leaver.customerId])).toEqual({ 'shred_list.id': 1 });
    if (engine === 'sqlite') {
      await database.checkpointWal();
      const wanted = { address: Buffer.from(LEAVER_EMAIL), key: row[0]?.wrapped ?? Buffer.from('none') };
      expect(searchBytes(it.folder, wanted).hits).toEqual([]);
    }
    expect(await core.storage.read.job.countFailed()).toBe(0);
  });

  test('no server for three days: then the address is gone unsent', async () => {
    const it = await open(engine);
    const { core, leaver, mood, sink } = it;
    mood.sender = () => '421 4.3.2 busy';
    await eraseCustomer(core, leaver.customerId, WEB);
    await it.deliver();
    expect(await keysLeft(it)).toHaveLength(1);
    it.world.advance(FAREWELL_MS - HOUR_MS);
    await finishErasures(core);
    expect(await keysLeft(it)).toHaveLength(1);
    it.world.advance(HOUR_MS + 1);
    // Also where nothing can be sent at all, and nobody ever tries.
    await finishErasures(core);
    expect(await keysLeft(it)).toEqual([]);
    delete mood.sender;
    const before = sink.mails.length;
    await it.deliver();
    expect(sink.mails).toHaveLength(before);
    expect(await core.storage.read.job.countFailed()).toBe(0);
  });

  test('refused for good: the operator sees that, and the address is gone', async () => {
    const it = await open(engine);
    const { core, leaver, mood, sink } = it;
    mood.recipient = () => '550 5.1.1 no such user';
    await eraseCustomer(core, leaver.customerId, WEB);
    await it.deliver();
    const [given] = await core.storage.read.job.givenUp(MAIL_JOB, 10);
    expect(given?.payload).toContain('farewell');
    expect(JSON.stringify(given)).not.toContain(LEAVER_EMAIL);
    expect(await keysLeft(it)).toEqual([]);
    delete mood.recipient;
    await core.storage.transact((tx) => tx.job.revive(MAIL_JOB, given?.id ?? '', it.world.now()));
    const before = sink.mails.length;
    await it.deliver();
    expect(sink.mails).toHaveLength(before);
  });

  test('ten presses at once send one; an erasure by the portal itself sends none', async () => {
    const it = await open(engine);
    const { core, leaver, sink } = it;
    const tried = await Promise.allSettled(
      Array.from({ length: 10 }, () => eraseCustomer(core, leaver.customerId, WEB)),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await keysLeft(it)).toHaveLength(1);
    const before = farewells(sink).length;
    await it.deliver();
    expect(farewells(sink).length).toBe(before + 1);
    const { customerId } = await registerConfirmed(core, 'noch-jemand@beispiel.at');
    await eraseCustomer(core, customerId, { ...WEB, actor: { kind: 'system', name: '' }, method: 'system' });
    await it.deliver();
    expect(farewells(sink).length).toBe(before + 1);
    expect(await keysLeft(it)).toEqual([]);
  });
});

test('in the demo it stands in the outbox without the address', async () => {
  const it = await open('sqlite');
  const { customerId } = await registerConfirmed(it.core, 'allein@beispiel.at');
  await eraseCustomer(it.core, customerId, WEB);
  await it.deliver(createDemoSender(it.core));
  const [mail] = await listDemoMails(it.core);
  expect(mail).toMatchObject({ recipient: '', subject: 'Ihr Konto ist aufgelöst' });
  expect(mail?.text).toContain('Sie waren mit keiner Firma verbunden.');
  expect(await rowsNaming(it.database, ['allein@beispiel.at'])).toEqual({});
});
