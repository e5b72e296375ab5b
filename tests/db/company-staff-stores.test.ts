import { describe, expect, onTestFinished, test } from 'vitest';
import type { PrivacyNotice } from '#app/core/company/company.ts';
import { companyRow, newId, staffRow, T0 } from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function openStorage(engine: Engine) {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  return database.storage;
}

function noticeRow(
  language: 'de' | 'en',
  version: number,
  companyId: PrivacyNotice['companyId'],
): PrivacyNotice {
  const content = { language, title: `${language} ${version}`, short: ['kurz'], sections: [] };
  return {
    id: newId(),
    companyId,
    version,
    content: { ...content, sections: [{ heading: 'Wer', paragraphs: ['Wir'] }] },
    textHash: newId(),
    releasedAt: T0,
  };
}

describe.each(ENGINES)('companies and staff on %s', (engine) => {
  test('a company comes back as it was written, by id, by slug and in order of name', async () => {
    const storage = await openStorage(engine);
    const [zebra, aegir, alpen] = [companyRow('Zebra'), companyRow('Ägir'), companyRow('Alpenrad')];
    await storage.transact(async (tx) => {
      for (const company of [zebra, aegir, alpen]) await tx.company.insert(company);
    });
    expect(await storage.read.company.find(zebra.id)).toEqual(zebra);
    expect(await storage.read.company.findBySlug(alpen.slug)).toEqual(alpen);
    expect(await storage.read.company.findBySlug('nobody')).toBeUndefined();
    expect((await storage.read.company.all()).map(({ profile }) => profile.name)).toEqual([
      'Ägir',
      'Alpenrad',
      'Zebra',
    ]);
  });

  test('a slug is taken once, and the refusal is told apart from other failures', async () => {
    const storage = await openStorage(engine);
    const company = companyRow();
    await storage.transact((tx) => tx.company.insert(company));
    const again = storage.transact((tx) => tx.company.insert({ ...companyRow(), slug: company.slug }));
    const error = await again.catch((thrown: unknown) => thrown);
    expect(storage.isUniqueViolation(error)).toBe(true);
    expect(storage.isUniqueViolation(new Error('other'))).toBe(false);
  });

  test('the notice in force is the newest in the language asked for, else in any', async () => {
    const storage = await openStorage(engine);
    const company = companyRow();
    await storage.transact(async (tx) => {
      await tx.company.insert(company);
      for (const version of [1, 2]) await tx.company.insertNotice(noticeRow('de', version, company.id));
      await tx.company.insertNotice(noticeRow('en', 1, null));
    });
    const { read } = storage;
    expect((await read.company.currentNotice(company.id, 'de'))?.content.title).toBe('de 2');
    expect((await read.company.currentNotice(company.id, 'en'))?.content.title).toBe('de 2');
    expect((await read.company.currentNotice(null, 'de'))?.content.title).toBe('en 1');
    expect(await read.company.currentNotice(companyRow().id, 'de')).toBeUndefined();
    const again = storage.transact((tx) => tx.company.insertNotice(noticeRow('en', 1, null)));
    expect(storage.isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true);
  });

  test('staff are found by id and address, and only in their own company', async () => {
    const storage = await openStorage(engine);
    const [company, other] = [companyRow(), companyRow('Rheinstrom')];
    const [mia, ben] = [staffRow(company, 'Mia'), staffRow(company, 'Ben')];
    const operator = staffRow(null);
    await storage.transact(async (tx) => {
      for (const one of [company, other]) await tx.company.insert(one);
      for (const one of [mia, ben, operator, staffRow(other)]) await tx.staff.insert(one);
    });
    expect(await storage.read.staff.find(operator.id)).toEqual(operator);
    expect(await storage.read.staff.findByEmail(mia.email)).toEqual(mia);
    expect(await storage.read.staff.findByEmail('nobody@example.org')).toBeUndefined();
    expect(await storage.read.staff.ofCompany(company.id)).toEqual([ben, mia]);
  });
});
