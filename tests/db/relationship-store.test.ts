import { describe, expect, onTestFinished, test } from 'vitest';
import { tablesOf } from '#db/open-db.ts';
import { SubjectId } from '#schema/ids.ts';
import {
  companyRow,
  consentRow,
  customerRow,
  newId,
  purposeRow,
  relationshipRow,
  T0,
  T1,
  T2,
  versionRow,
} from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function openTown(engine: Engine) {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  const { storage } = database;
  const companies = [companyRow(), companyRow('Rheinstrom')] as const;
  const customer = customerRow();
  await storage.transact(async (tx) => {
    for (const company of companies) await tx.company.insert(company);
    await tx.customer.insert(customer, null);
  });
  return { database, storage, companies, customer };
}

describe.each(ENGINES)('relationships on %s', (engine) => {
  test('one runs at a time for each company; an ended one stays in the history', async () => {
    const { storage, companies, customer } = await openTown(engine);
    const [alpenrad, rheinstrom] = companies;
    const first = relationshipRow(customer, alpenrad);
    const other = relationshipRow(customer, rheinstrom, { createdAt: T1 });
    const second = relationshipRow(customer, alpenrad, { createdAt: T2 });
    await storage.transact(async (tx) => {
      await tx.relationship.insert(first);
      await tx.relationship.insert(other);
    });
    const twice = storage.transact((tx) => tx.relationship.insert(second));
    expect(storage.isUniqueViolation(await twice.catch((error: unknown) => error))).toBe(true);
    await storage.transact(async (tx) => {
      await tx.relationship.end(first.id, T1, T1);
      await tx.relationship.insert(second);
    });
    const { relationship } = storage.read;
    expect(await relationship.find(first.id)).toEqual({ ...first, endedAt: T1 });
    expect(await relationship.findLive(customer.id, alpenrad.id)).toEqual(second);
    expect(await relationship.ofCustomer(customer.id)).toEqual([other, second]);
    expect((await relationship.allOfCustomer(customer.id)).map(({ id }) => id)).toEqual([
      first.id,
      other.id,
      second.id,
    ]);
    expect(await relationship.countLive(alpenrad.id)).toBe(1);
  });

  test('a subject is found only by the company whose it is, running or ended', async () => {
    const { storage, companies, customer } = await openTown(engine);
    const one = relationshipRow(customer, companies[0], { endedAt: T1 });
    await storage.transact((tx) => tx.relationship.insert(one));
    const { relationship } = storage.read;
    expect(await relationship.findBySubject(companies[0].id, one.subject)).toEqual(one);
    expect(await relationship.findBySubject(companies[1].id, one.subject)).toBeUndefined();
  });

  test('the beginning of a subject finds two at most, of this company only', async () => {
    const { storage, companies, customer } = await openTown(engine);
    const [alpenrad, rheinstrom] = companies;
    const subject = (end: string) => SubjectId.parse(`0123abcd${end.padStart(24, '0')}`);
    const ended = ['1', '2', 'f'].map((end) =>
      relationshipRow(customer, alpenrad, { subject: subject(end), endedAt: T1 }),
    );
    const other = relationshipRow(customer, rheinstrom, { subject: subject('3') });
    await storage.transact(async (tx) => {
      for (const one of [...ended, other]) await tx.relationship.insert(one);
    });
    const { relationship } = storage.read;
    expect(await relationship.findBySubjectStart(alpenrad.id, '0123abcd')).toEqual(ended.slice(0, 2));
    expect(await relationship.findBySubjectStart(rheinstrom.id, '0123abcd')).toEqual([other]);
    expect(await relationship.findBySubjectStart(alpenrad.id, subject('f'))).toEqual([ended[2]]);
    expect(await relationship.findBySubjectStart(alpenrad.id, '0123abce')).toEqual([]);
  });

  test('a customer number is found by its blind index within one company', async () => {
    const { storage, companies, customer } = await openTown(engine);
    const one = relationshipRow(customer, companies[0]);
    const sealed = Buffer.from('sealed number');
    await storage.transact(async (tx) => {
      await tx.relationship.insert(one);
      await tx.relationship.setCustomerNumber(one.id, 'number-index', sealed);
    });
    const { relationship } = storage.read;
    expect(await relationship.findByNumberIndex(companies[0].id, 'number-index')).toEqual([one]);
    expect(await relationship.findByNumberIndex(companies[1].id, 'number-index')).toEqual([]);
    expect(await relationship.sealedNumber(one.id)).toEqual(sealed);
    expect(await relationship.sealedNumber(newId())).toBeNull();
  });

  test('what a relationship allows is copied to each of its answers, old and new', async () => {
    const { database, storage, companies, customer } = await openTown(engine);
    const one = relationshipRow(customer, companies[0]);
    const [early, late] = [0, 1].map((position) => purposeRow(companies[0], { position }));
    if (!early || !late) throw new Error('two purposes');
    const versions = [versionRow(early), versionRow(late)] as const;
    await storage.transact(async (tx) => {
      for (const purpose of [early, late]) await tx.purpose.insert(purpose);
      for (const version of versions) await tx.purpose.insertVersion(version, []);
      await tx.relationship.insert(one);
      await tx.consent.save(consentRow(one, versions[0]));
    });
    const copies = async () => {
      const rows = await tablesOf(database).writer.selectFrom('consent').select(['usable_from']).execute();
      return rows.map((row) => row.usable_from);
    };
    expect(await copies()).toEqual(['']);
    await storage.transact((tx) => tx.relationship.setPausedUntil(one.id, T2));
    await storage.transact((tx) => tx.consent.save(consentRow(one, versions[1])));
    expect(await copies()).toEqual([T2, T2]);
    await storage.transact((tx) => tx.relationship.setBlocked(one.id, true));
    expect(await copies()).toEqual([null, null]);
    expect((await storage.read.relationship.find(one.id))?.blocked).toBe(true);
    await storage.transact((tx) => tx.relationship.setBlocked(one.id, false));
    expect(await copies()).toEqual([T2, T2]);
    await storage.transact((tx) => tx.relationship.end(one.id, T1, T1));
    expect(await copies()).toEqual([null, null]);
  });

  test('restricting is remembered with its instant and lifted again', async () => {
    const { storage, companies, customer } = await openTown(engine);
    const one = relationshipRow(customer, companies[0]);
    await storage.transact((tx) => tx.relationship.insert(one));
    await storage.transact((tx) => tx.relationship.restrict(one.id, T0));
    expect((await storage.read.relationship.find(one.id))?.restrictedAt).toBe(T0);
    await storage.transact((tx) => tx.relationship.restrict(one.id, null));
    expect(await storage.read.relationship.find(one.id)).toEqual(one);
  });
});
