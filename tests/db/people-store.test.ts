import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PeopleQuery, PeopleReader, PermittedPerson } from '#app/core/permission/people-store.ts';
import type { Purpose } from '#app/core/purpose/purpose.ts';
import { tablesOf } from '#db/open-db.ts';
import { peopleReader } from '#db/stores/people-store.ts';
import type { Instant } from '#schema/instant.ts';
import {
  ASKED_AT,
  conditionsCase,
  type PersonCase,
  type PurposeCase,
  personCase,
  purposeCase,
} from '#tests/db/people-case.ts';
import { decideTown, writeTown } from '#tests/db/people-town.ts';
import { companyRow, newId } from '#tests/db/rows.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

async function pages(people: PeopleReader, query: PeopleQuery, limit: number): Promise<PermittedPerson[]> {
  const all: PermittedPerson[] = [];
  for (;;) {
    const page = await people.page(query, all.at(-1)?.subject ?? null, limit);
    expect(page.length).toBeLessThanOrEqual(limit);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

describe.each(ENGINES)('people of a purpose on %s', (engine) => {
  test('are exactly those whom the pure function permits, by every way of asking', async () => {
    const { database, close } = await createTestDatabase(engine);
    onTestFinished(close);
    const { reader, longReader } = tablesOf(database);
    const ways = [
      database.storage.read.people,
      // Small data would always be found from its facts: here the grants are walked.
      peopleReader(reader, longReader, { count: 0, page: 0 }),
    ];
    let listed = 0;
    let matched = 0;
    const town = fc.tuple(
      purposeCase,
      fc.array(personCase, { minLength: 12, maxLength: 30 }),
      fc.array(conditionsCase, { minLength: 4, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(town, async ([what, persons, segments]) => {
        const it = await writeTown(database, what, persons);
        for (const [turn, at] of ASKED_AT.entries()) {
          for (const conditions of [undefined, segments[turn]]) {
            const query: PeopleQuery = {
              companyId: it.company.id,
              purposeId: it.purpose.id,
              at,
              ...(conditions ? { conditions } : {}),
            };
            const expected = decideTown(it, at, conditions);
            listed += expected.length;
            matched += conditions ? expected.length : 0;
            for (const people of ways) {
              expect(await people.count(query)).toBe(expected.length);
              expect(await people.page(query, null, 1000)).toEqual(expected);
              expect(await people.longPage(query, null, 1000)).toEqual(expected);
              expect(await pages(people, query, 3)).toEqual(expected);
              const asked = it.written.filter((_, index) => index % 2 === 0);
              const subjects = asked.map(({ relationship }) => relationship.subject);
              const some = expected.filter(({ subject }) => subjects.includes(subject));
              expect(await people.bySubjects(query, subjects)).toEqual(some);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(listed).toBeGreaterThan(500);
    expect(matched).toBeGreaterThan(50);
  }, 120_000);

  test('of another company, of no purpose, and of no names are nobody', async () => {
    const { database, close } = await createTestDatabase(engine);
    onTestFinished(close);
    const [person] = fc.sample(personCase, 1);
    const open: PersonCase = {
      ...(person as PersonCase),
      status: 'active',
      restricted: false,
      relationshipRestricted: false,
      ended: false,
      pausedUntil: null,
      answer: { state: 'granted', version: 0, fields: ['email'], channels: ['email'], expiresAt: null },
    };
    const version = { fields: ['email'], channels: ['email'], topics: null, usableUntil: null } as const;
    const what: PurposeCase = { basis: 'consent', retiredAt: null, versions: [version] };
    const it = await writeTown(database, what, [open]);
    const [at] = ASKED_AT;
    const query = { companyId: it.company.id, purposeId: it.purpose.id, at: at as Instant };
    const { people } = database.storage.read;
    expect(await people.count(query)).toBe(1);
    expect(await people.bySubjects(query, [])).toEqual([]);
    expect(await people.count({ ...query, companyId: companyRow().id })).toBe(0);
    expect(await people.page({ ...query, purposeId: newId() as Purpose['id'] }, null, 10)).toEqual([]);
    const inside = await database.storage.transact((tx) => tx.people.page(query, null, 10));
    expect(inside).toEqual(await people.page(query, null, 10));
  });

  test('have channels off by the company’s override, else by the default, and channels they proved', async () => {
    const { database, close } = await createTestDatabase(engine);
    onTestFinished(close);
    const persons = fc.sample(personCase, 40);
    const what: PurposeCase = { basis: 'consent', retiredAt: null, versions: [] };
    const it = await writeTown(database, what, persons);
    const ids = it.written.map(({ relationship }) => relationship.customerId);
    const { people } = database.storage.read;
    const facts = await people.contactFacts(ids, it.company.id);
    expect(facts.size).toBe(40);
    for (const { person, relationship } of it.written) {
      const { channelsOff, verified } = facts.get(relationship.customerId) ?? {};
      expect(channelsOff).toEqual(person.ownOff ?? person.defaultOff ?? []);
      expect([...(verified ?? [])].sort()).toEqual([...person.verified].sort());
    }
    expect(await people.contactFacts([], it.company.id)).toEqual(new Map());
  });
});
