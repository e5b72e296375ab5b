import { describe, expect, onTestFinished, test } from 'vitest';
import type { PurposeCard } from '#app/core/purpose/purpose.ts';
import { tablesOf } from '#db/open-db.ts';
import { factMask } from '#schema/field.ts';
import {
  companyRow,
  consentRow,
  contentOf,
  customerRow,
  newId,
  purposeRow,
  relationshipRow,
  T0,
  T1,
  T2,
  T3,
  versionRow,
} from '#tests/db/rows.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function openTown(engine: Engine) {
  const { database, close } = await createTestDatabase(engine);
  onTestFinished(close);
  const { storage } = database;
  const company = companyRow();
  const customer = customerRow();
  const relationship = relationshipRow(customer, company);
  await storage.transact(async (tx) => {
    await tx.company.insert(company);
    await tx.customer.insert(customer, null);
    await tx.relationship.insert(relationship);
  });
  return { database, storage, company, customer, relationship };
}

describe.each(ENGINES)('purposes on %s', (engine) => {
  test('purposes come in the company’s order, each with its newest version; retired ones only in all', async () => {
    const { storage, company } = await openTown(engine);
    const [second, first, retired] = [2, 1, 3].map((position) => purposeRow(company, { position }));
    if (!second || !first || !retired) throw new Error('three purposes');
    const newest = versionRow(first, { version: 2, kind: 'correction' });
    await storage.transact(async (tx) => {
      for (const purpose of [second, first, retired]) {
        await tx.purpose.insert(purpose);
        await tx.purpose.insertVersion(versionRow(purpose), []);
      }
      await tx.purpose.insertVersion(newest, []);
      await tx.purpose.insert(purposeRow(company, { position: 4 }));
      await tx.purpose.retire(retired.id, T1);
    });
    const { purpose } = storage.read;
    const current = await purpose.current(company.id);
    expect(current.map((one) => one.purpose.id)).toEqual([first.id, second.id]);
    expect(current[0]).toEqual({ purpose: first, version: newest });
    expect((await purpose.all(company.id)).map((one) => one.purpose.retiredAt)).toEqual([null, null, T1]);
    expect(await purpose.currentVersion(first.id)).toEqual(newest);
    expect((await purpose.versions(first.id)).map(({ version }) => version)).toEqual([1, 2]);
    expect(await purpose.version(newest.id)).toEqual(newest);
    expect(await purpose.findBySlug(company.id, second.slug)).toEqual(second);
    expect(await purpose.find(newId())).toBeUndefined();
  });

  test('what a version said cannot be changed through what was read', async () => {
    const { storage, company } = await openTown(engine);
    const purpose = purposeRow(company);
    await storage.transact(async (tx) => {
      await tx.purpose.insert(purpose);
      await tx.purpose.insertVersion(versionRow(purpose), []);
    });
    const read = await storage.read.purpose.currentVersion(purpose.id);
    expect(() => read?.content.fields.push({ field: 'birth-date', required: true })).toThrow(TypeError);
    expect((await storage.read.purpose.currentVersion(purpose.id))?.content).toEqual(contentOf());
  });

  test('cards are frozen with their version and found by their hash', async () => {
    const { storage, company } = await openTown(engine);
    const purpose = purposeRow(company);
    const version = versionRow(purpose);
    const cards: PurposeCard[] = (['de', 'en'] as const).map((language) => ({
      versionId: version.id,
      language,
      textHash: newId(),
      card: `{"language":"${language}"}`,
    }));
    await storage.transact(async (tx) => {
      await tx.purpose.insert(purpose);
      await tx.purpose.insertVersion(version, cards);
    });
    expect(await storage.read.purpose.cards(version.id)).toEqual(cards);
    expect(await storage.read.purpose.card(version.id, 'en')).toEqual(cards[1]);
    expect(await storage.read.purpose.cardByHash(cards[0]?.textHash ?? '')).toEqual(cards[0]);
    expect(await storage.read.purpose.cardByHash('other')).toBeUndefined();
  });

  test('a change ends the use of all versions before it, never later than an earlier change said', async () => {
    const { storage, company } = await openTown(engine);
    const purpose = purposeRow(company);
    await storage.transact(async (tx) => {
      await tx.purpose.insert(purpose);
      for (const version of [1, 2, 3]) await tx.purpose.insertVersion(versionRow(purpose, { version }), []);
      await tx.purpose.supersede(purpose.id, 2, T1, T2);
      await tx.purpose.supersede(purpose.id, 3, T2, T3);
    });
    const versions = await storage.read.purpose.versions(purpose.id);
    expect(versions.map(({ supersededAt, usableUntil }) => [supersededAt, usableUntil])).toEqual([
      [T1, T2],
      [T2, T3],
      [null, null],
    ]);
    await storage.transact((tx) => tx.purpose.supersede(purpose.id, 4, T3, null));
    expect((await storage.read.purpose.versions(purpose.id))[2]).toMatchObject({
      supersededAt: T3,
      usableUntil: null,
    });
  });
});

describe.each(ENGINES)('consents on %s', (engine) => {
  test('an answer is one row that later answers replace, with what an undo restores', async () => {
    const { database, storage, company, customer, relationship } = await openTown(engine);
    const purpose = purposeRow(company);
    const version = versionRow(purpose);
    const granted = consentRow(relationship, version);
    const withdrawn = {
      ...consentRow(relationship, version, { state: 'withdrawn', versionId: null, fields: [], channels: [] }),
      noSince: T2,
      lastIndex: 7,
      previous: { standing: granted.standing, noSince: null },
    };
    await storage.transact(async (tx) => {
      await tx.purpose.insert(purpose);
      await tx.purpose.insertVersion(version, []);
      await tx.consent.save(granted);
      expect(await tx.consent.find(relationship.id, purpose.id)).toEqual(granted);
    });
    const stored = await tablesOf(database).writer.selectFrom('consent').selectAll().execute();
    expect(stored).toMatchObject([{ fact_mask: factMask(['country']), subject: relationship.subject }]);
    await storage.transact((tx) => tx.consent.save(withdrawn));
    expect(await storage.read.consent.ofRelationship(relationship.id)).toEqual([withdrawn]);
    expect(await storage.read.consent.ofRelationships([relationship.id])).toEqual([
      { ...withdrawn, factMask: 0, customerId: customer.id, subject: relationship.subject, usableFrom: '' },
    ]);
    expect(await storage.read.consent.ofCustomer(customer.id)).toEqual([withdrawn]);
    await storage.transact((tx) => tx.relationship.end(relationship.id, T3, T3));
    expect(await storage.read.consent.ofCustomer(customer.id)).toEqual([]);
  });

  test('an answer without its relationship, or for another company’s, is refused', async () => {
    const { storage, company, relationship } = await openTown(engine);
    const purpose = purposeRow(company);
    const consent = consentRow(relationship, versionRow(purpose));
    for (const wrong of [{ relationshipId: newId() }, { companyId: newId() }] as const) {
      const saved = storage.transact((tx) => tx.consent.save({ ...consent, ...wrong } as typeof consent));
      await expect(saved).rejects.toThrow('relationship');
    }
  });

  test('terms that ended are found, oldest first; endless and later ones are not', async () => {
    const { storage, company, relationship } = await openTown(engine);
    const terms = [T2, T1, T3, null];
    const purposes = terms.map(() => purposeRow(company));
    await storage.transact(async (tx) => {
      for (const [index, purpose] of purposes.entries()) {
        const version = versionRow(purpose);
        await tx.purpose.insert(purpose);
        await tx.purpose.insertVersion(version, []);
        await tx.consent.save(consentRow(relationship, version, { expiresAt: terms[index] ?? null }));
      }
    });
    const due = await storage.read.consent.expiredAt(T2, 10);
    expect(due.map(({ standing }) => standing.expiresAt)).toEqual([T1, T2]);
    expect(await storage.read.consent.expiredAt(T2, 1)).toHaveLength(1);
    expect(await storage.read.consent.expiredAt(T0, 10)).toEqual([]);
  });

  test('the people behind each count of what is due are as many as it says, the first to end on top', async () => {
    const { storage, company } = await openTown(engine);
    const purpose = purposeRow(company);
    const version = versionRow(purpose);
    const answers = [
      { expiresAt: T3 },
      { expiresAt: T2 },
      { expiresAt: T1 },
      { expiresAt: null },
      { state: 'pending' as const, expiresAt: null, decidedAt: T0 },
    ];
    await storage.transact(async (tx) => {
      await tx.purpose.insert(purpose);
      await tx.purpose.insertVersion(version, []);
      for (const answer of answers) {
        const customer = customerRow();
        const relationship = relationshipRow(customer, company);
        await tx.customer.insert(customer, null);
        await tx.relationship.insert(relationship);
        await tx.consent.save(consentRow(relationship, version, answer));
      }
    });
    const { consent } = storage.read;
    const window = { at: T1, expiringBefore: T2, pendingBefore: T1 };
    const [counts] = await consent.due([purpose.id], window);
    expect(counts).toMatchObject({ granted: 3, expiring: 1, pending: 1, resting: 0 });
    const of = { ...window, purposeId: purpose.id, versionId: version.id, limit: 10 };
    const ends = async (what: 'granted' | 'expiring' | 'pending', limit = 10) =>
      (await consent.duePeople({ ...of, what, limit })).map(({ expiresAt }) => expiresAt);
    expect(await ends('granted')).toEqual([T2, T3, null]);
    expect(await ends('granted', 2)).toEqual([T2, T3]);
    expect(await ends('expiring')).toEqual([T2]);
    expect(await ends('pending')).toEqual([null]);
    expect(await consent.duePeople({ ...of, versionId: newId(), what: 'granted' })).toEqual([]);
  });
});
