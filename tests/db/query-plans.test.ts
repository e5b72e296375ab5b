import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { appendLeaves } from '#app/core/ledger/merkle.ts';
import { tablesOf } from '#db/open-db.ts';
import { peopleReader } from '#db/stores/people-store.ts';
import { createReaders, createWriters } from '#db/stores/stores.ts';
import { everyRead, type Known } from '#tests/db/every-read.ts';
import { fullReads, openNoting, planOfSqlite } from '#tests/db/explain.ts';
import {
  companyRow,
  consentRow,
  customerRow,
  disclosureRow,
  entryRow,
  purposeRow,
  recallRow,
  relationshipRow,
  T0,
  T1,
  versionRow,
} from '#tests/db/rows.ts';
import { searchingWrites } from '#tests/db/searching-writes.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

/** A company with some hundred customers, each with an answer, facts, entries and a look. */
async function openTown(engine: Engine) {
  const it = await createTestDatabase(engine);
  onTestFinished(it.close);
  const company = companyRow();
  const purpose = purposeRow(company);
  const objection = purposeRow(company, { basis: 'objection' });
  const version = versionRow(purpose);
  const customers = Array.from({ length: 300 }, () =>
    customerRow({ status: 'unconfirmed', confirmedAt: null }),
  );
  const relationships = customers.map((customer) => relationshipRow(customer, company));
  await it.database.storage.transact(async (tx) => {
    await tx.company.insert(company);
    for (const one of [purpose, objection]) await tx.purpose.insert(one);
    await tx.purpose.insertVersion(version, []);
    await tx.purpose.insertVersion(versionRow(objection), []);
    await tx.ledger.create('test.example/log', T0);
    for (const [index, customer] of customers.entries()) {
      await tx.customer.insert(customer, null);
      const relationship = relationships[index];
      if (!relationship) continue;
      await tx.relationship.insert(relationship);
      await tx.consent.save(consentRow(relationship, version));
      await tx.fact.replace(customer.factId, { country: 'de', interests: ['repair'] });
    }
    const entries = relationships.map(({ id }, index) =>
      entryRow(index, {
        relationshipId: id,
        companyId: company.id,
        purposeId: purpose.id,
        kind: index % 3 === 0 ? 'granted' : 'withdrawn',
        at: T1,
      }),
    );
    const leaves = entries.map(({ leaf }) => leaf);
    const state = { origin: 'test.example/log', size: entries.length, edge: [], lastAt: T1 };
    await tx.ledger.append(entries, appendLeaves(0, leaves, []).nodes, state);
    for (const [index, relationship] of relationships.entries()) {
      const batch = disclosureRow(company, { ledgerIndex: index });
      await tx.disclosure.insert(batch, [
        { relationshipId: relationship.id, position: 0, fields: ['email'] },
      ]);
      await tx.recall.insert(recallRow(relationship, { state: index % 3 === 0 ? 'told' : 'confirmed' }));
    }
  });
  // PostgreSQL counts its rows now and then by itself; SQLite plans without counting, as in life.
  if (engine === 'postgres') await sql`analyze`.execute(tablesOf(it.database).writer);
  const [relationship] = relationships;
  if (!relationship) throw new Error('a relationship');
  const known: Known = {
    companyId: company.id,
    purposeId: purpose.id,
    objectionId: objection.id,
    customerId: relationship.customerId,
    relationshipId: relationship.id,
  };
  return { ...it, known };
}

/** What reads all there is, and that is little: the newest of all heads, the jobs that were given up. */
const MEANT = ['ledger.latestCheckpoint', 'job.countFailed', 'job.givenUp'];

describe.each(ENGINES)('plans on %s', (engine) => {
  test('no read goes through a growing table from end to end', async () => {
    const { database, url, known } = await openTown(engine);
    const { kysely, noted } = openNoting(url);
    onTestFinished(() => kysely.destroy());
    const calls = everyRead(createReaders(kysely, kysely), known);
    const found: string[] = [];
    for (const [noun, methods] of Object.entries(calls)) {
      for (const [method, call] of Object.entries(methods)) {
        noted.clear();
        await call();
        expect(noted.size, `${noun}.${method} asks something`).toBeGreaterThan(0);
        if (MEANT.includes(`${noun}.${method}`)) continue;
        for (const query of noted.values()) {
          for (const step of await fullReads(database, query)) found.push(`${noun}.${method}: ${step}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  test('no write searches its rows in a growing table from end to end', async () => {
    const { database, url, known } = await openTown(engine);
    const { kysely, noted } = openNoting(url);
    onTestFinished(() => kysely.destroy());
    const undo = new Error('undo');
    const writing = kysely.transaction().execute(async (trx) => {
      const writers = createWriters(trx, () => {});
      await searchingWrites(writers, known);
      throw undo;
    });
    await expect(writing).rejects.toBe(undo);
    expect(noted.size).toBeGreaterThan(20);
    const found: string[] = [];
    for (const query of noted.values()) {
      for (const step of await fullReads(database, query)) found.push(`${query.sql}: ${step}`);
    }
    expect(found).toEqual([]);
  });
});

test('SQLite: a narrow segment goes from facts to their grants, a wide one through the grants in order', async () => {
  const { database, url, known } = await openTown('sqlite');
  const { kysely, noted } = openNoting(url);
  onTestFinished(() => kysely.destroy());
  const conditions = {
    match: 'all' as const,
    conditions: [{ field: 'country' as const, operator: 'is' as const, values: ['de'] }],
  };
  const query = { companyId: known.companyId, purposeId: known.purposeId, at: T1, conditions };
  const plansOf = async (narrow: number, ask: 'count' | 'page') => {
    const people = peopleReader(kysely, kysely, { count: narrow, page: narrow });
    noted.clear();
    await (ask === 'count' ? people.count(query) : people.page(query, null, 10));
    const plans = await Promise.all([...noted.values()].map((one) => planOfSqlite(database, one)));
    return plans.flat().filter((step) => /\bconsent\b|TEMP B-TREE/.test(step));
  };
  const byFact = 'SEARCH consent USING COVERING INDEX consent_fact (purpose_id=? AND fact_id=?)';
  expect(await plansOf(1000, 'count')).toEqual([byFact]);
  expect(await plansOf(0, 'count')).toEqual([
    'SEARCH consent USING COVERING INDEX consent_fact (purpose_id=?)',
  ]);
  expect((await plansOf(1000, 'page'))[0]).toBe(byFact);
  expect(await plansOf(0, 'page')).toEqual([
    'SEARCH consent USING INDEX consent_people (purpose_id=? AND subject>?)',
  ]);
});
