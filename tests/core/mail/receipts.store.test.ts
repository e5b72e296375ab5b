import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { recordNo } from '#app/core/consent/record-no.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { takeEverythingBack } from '#app/core/consent/take-everything-back.ts';
import { undoDecision } from '#app/core/consent/undo-decision.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { RECEIPT_WAIT_MS, sendReceipts } from '#app/core/mail/send-receipts.ts';
import { setPreference } from '#app/core/preference/set-preference.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { addMonths, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import type { CustomerId } from '#schema/ids.ts';
import { addDemoCompany, type DemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { FULL_PROFILE, WEB } from '#tests/support/lived-portal.ts';
import { createTestMailbox, type TestMailbox } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('receipts on %s', (engine) => {
  let it: TestCore;
  let [alpenrad, rheinstrom]: DemoCompany[] = [];
  let mailbox: TestMailbox;
  let count = 0;

  beforeAll(async () => {
    it = await createTestCore(engine);
    alpenrad = await addDemoCompany(it.core, 'alpenrad');
    rheinstrom = await addDemoCompany(it.core, 'rheinstrom');
    mailbox = createTestMailbox(it.core);
    await sendReceipts(it.core);
  });
  afterAll(() => it.close());

  async function newCustomer(): Promise<CustomerId> {
    count += 1;
    const { customerId } = await registerConfirmed(it.core, `quittung${count}@beispiel.at`);
    await saveFields(it.core, customerId, FULL_PROFILE);
    for (const shop of [alpenrad, rheinstrom]) {
      const companyId = shop?.company.id;
      if (companyId) await connectCompany(it.core, { customerId, companyId, source: 'directory' });
    }
    return customerId;
  }
  async function which(customerId: CustomerId, shop: DemoCompany | undefined, slug: string) {
    if (!shop) throw new Error('no shop');
    const { purpose, version } = await shop.purpose(slug);
    return { input: { customerId, companyId: shop.company.id, purposeId: purpose.id }, version };
  }
  async function yes(customerId: CustomerId, shop: DemoCompany | undefined, slug: string) {
    const { input, version } = await which(customerId, shop, slug);
    const fields = version.content.fields.filter(({ required }) => required).map(({ field }) => field);
    const choice = { fields, channels: version.content.channels };
    return grantConsent(it.core, { ...input, versionId: version.id, choice }, WEB);
  }
  const no = async (customerId: CustomerId, shop: DemoCompany | undefined, slug: string) =>
    sayNo(it.core, (await which(customerId, shop, slug)).input, WEB);
  /** The mails after the wait, as the job that comes round every minute sends them. */
  async function later(ms = RECEIPT_WAIT_MS) {
    await sendReceipts(it.core);
    it.world.advance(ms);
    await sendReceipts(it.core);
    return mailbox.collect();
  }

  test('one mail ten minutes after the last decision, from what to what, when, under which number', async () => {
    const customerId = await newCustomer();
    const first = await yes(customerId, alpenrad, 'newsletter');
    expect(await later(9 * MINUTE_MS)).toEqual([]);
    const second = await yes(customerId, rheinstrom, 'energy-tips');
    // The wait begins anew with each decision.
    expect(await later(9 * MINUTE_MS)).toEqual([]);
    it.world.advance(MINUTE_MS);
    await sendReceipts(it.core);
    const mail = await mailbox.collectOne();
    expect(mail).toMatchObject({
      to: `quittung${count}@beispiel.at`,
      senderName: null,
      unsubscribeUrl: null,
    });
    const title = (await alpenrad?.purpose('newsletter'))?.version.content.title.de ?? '';
    expect(mail.text).toContain(`„${title}“ (Alpenrad)`);
    expect(mail.text).toMatch(/Vorher: noch nicht entschieden\. Jetzt: Ja/);
    for (const { index } of [first, second]) expect(mail.text).toContain(`Eintrag ${index}`);
    expect(mail.text).toMatch(/https:\/\/portal\.test\/mail\/[0-9a-f]{64}/);
    for (const value of ['Moosbrugger', 'Seestra', '660 1234567']) expect(mail.text).not.toContain(value);
    // Once: nothing more comes of it.
    expect(await later()).toEqual([]);
    await no(customerId, alpenrad, 'newsletter');
    const [next] = await later();
    expect(next?.text).toContain('Vorher: Ja. Jetzt: zurückgenommen.');
    expect(next?.text).not.toContain('Rheinstrom');
    expect(next?.senderName).toBe('Alpenrad (über Driverseat)');
  });

  test('a refusal alone sends none, beside a yes it is listed', async () => {
    const customerId = await newCustomer();
    await no(customerId, alpenrad, 'newsletter');
    expect(await later()).toEqual([]);
    await yes(customerId, rheinstrom, 'energy-tips');
    await no(customerId, rheinstrom, 'solar-advice');
    const [mail] = await later();
    expect(mail?.text).toContain('Jetzt: Nein.');
    expect(mail?.text).not.toContain('Alpenrad');
  });

  test('what was undone in the meantime leaves no line, and alone no mail', async () => {
    const customerId = await newCustomer();
    const done = await yes(customerId, alpenrad, 'newsletter');
    const { input } = await which(customerId, alpenrad, 'newsletter');
    it.world.advance(MINUTE_MS);
    await undoDecision(it.core, { ...input, index: done.index ?? -1 }, WEB);
    expect(await later()).toEqual([]);
    await yes(customerId, alpenrad, 'newsletter');
    const other = await yes(customerId, rheinstrom, 'energy-tips');
    await undoDecision(
      it.core,
      { ...(await which(customerId, rheinstrom, 'energy-tips')).input, index: other.index ?? -1 },
      WEB,
    );
    const [mail] = await later();
    expect(mail?.text).toContain('Alpenrad');
    expect(mail?.text).not.toContain('Rheinstrom');
  });

  test('pause, ways and what staff wrote down are told as well; a pause for all is one item', async () => {
    const customerId = await newCustomer();
    await yes(customerId, alpenrad, 'newsletter');
    await later();
    const until = addMonths(it.world.now(), 1);
    await setPreference(it.core, { customerId, companyId: null, pausedUntil: until });
    const companyId = alpenrad?.company.id;
    if (!companyId) throw new Error('no company');
    await setPreference(it.core, { customerId, companyId, channelsOff: ['email', 'post'] });
    const [mail] = await later();
    expect(mail?.text.match(/Vorher: keine Pause\. Jetzt: Pause bis/g)).toHaveLength(1);
    expect(mail?.text).toMatch(/Pause \((?:Alpenrad und Rheinstrom|Rheinstrom und Alpenrad)\)/);
    expect(mail?.text).toContain('Abgeschaltet sind: E-Mail und Post.');
    const staff = await addStaff(it.core, {
      companyId,
      email: `team${engine}@alpenrad.example`,
      name: 'Mara Muster',
      roles: ['marketer'],
      language: 'de',
    });
    const relationship = await it.core.storage.read.relationship.findLive(customerId, companyId);
    if (!relationship) throw new Error('no relationship');
    const { purpose } = (await alpenrad?.purpose('newsletter')) ?? {};
    if (!purpose) throw new Error('no purpose');
    await recordNo(it.core, {
      staff,
      subject: relationship.subject,
      purposeId: purpose.id,
      method: 'phone',
      source: 'Anruf',
    });
    const [told] = await later();
    expect(told?.text).toContain('Jetzt: zurückgenommen.');
  });

  test('everything taken back is one mail with all of it', async () => {
    const customerId = await newCustomer();
    await yes(customerId, alpenrad, 'newsletter');
    await yes(customerId, rheinstrom, 'energy-tips');
    await later();
    const applied = await takeEverythingBack(it.core, { customerId }, WEB);
    const [mail, second] = await later();
    expect(second).toBeUndefined();
    expect(mail?.text.match(/, Eintrag \d+/g)).toHaveLength(applied.length);
  });

  test('two nodes at once queue one mail; a decision in between moves it', async () => {
    const customerId = await newCustomer();
    await yes(customerId, alpenrad, 'newsletter');
    await sendReceipts(it.core);
    it.world.advance(RECEIPT_WAIT_MS);
    await Promise.all([sendReceipts(it.core), sendReceipts(it.core), sendReceipts(it.core)]);
    expect(await mailbox.collect()).toHaveLength(1);
    await no(customerId, alpenrad, 'newsletter');
    await sendReceipts(it.core);
    const { read } = it.core.storage;
    const [due] = await read.receipt.due(addMonths(it.world.now(), 1), 1);
    if (!due) throw new Error('nothing due');
    it.world.advance(MINUTE_MS);
    await yes(customerId, rheinstrom, 'energy-tips');
    await sendReceipts(it.core);
    expect(await it.core.storage.transact((tx) => tx.receipt.take(due))).toBe(false);
    expect(await later()).toHaveLength(1);
  });

  test('who leaves while the receipt is being noted gets none, and leaves no row for one', async () => {
    const customerId = await newCustomer();
    await later();
    await yes(customerId, alpenrad, 'newsletter');
    const { storage } = it.core;
    const findMany: typeof storage.read.relationship.findMany = async (ids) => {
      const found = await storage.read.relationship.findMany(ids);
      const customer = await storage.read.customer.find(customerId);
      if (customer?.status === 'active') await eraseCustomer(it.core, customerId, WEB);
      return found;
    };
    const read = { ...storage.read, relationship: { ...storage.read.relationship, findMany } };
    await sendReceipts({ ...it.core, storage: { ...storage, read } });
    expect(await it.core.storage.read.receipt.dueOf(customerId)).toBeUndefined();
  });

  test('a portal with a history does not write to everybody about years ago', async () => {
    const old = await createTestCore(engine);
    const shop = await addDemoCompany(old.core, 'alpenrad');
    const { customerId } = await registerConfirmed(old.core, 'lang@beispiel.at');
    await connectCompany(old.core, { customerId, companyId: shop.company.id, source: 'directory' });
    await takeEverythingBack(old.core, { customerId }, WEB);
    old.world.advance(RECEIPT_WAIT_MS);
    await sendReceipts(old.core);
    old.world.advance(RECEIPT_WAIT_MS);
    await sendReceipts(old.core);
    expect(await createTestMailbox(old.core).collect()).toEqual([]);
    await old.close();
  });
});
