import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Consent } from '#app/core/consent/consent.ts';
import { undecided } from '#app/core/consent/decide-consent.ts';
import { decidePermission } from '#app/core/permission/decide-permission.ts';
import type { PeopleQuery, PeopleReader, PermittedPerson } from '#app/core/permission/people-store.ts';
import type { Purpose, PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { type Database, tablesOf } from '#db/open-db.ts';
import { peopleReader } from '#db/stores/people-store.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { operatorsFor, type SegmentCondition, type SegmentConditions } from '#schema/segment.ts';
import {
  ASKED_AT,
  conditionsCase,
  type PersonCase,
  type PurposeCase,
  personCase,
  purposeCase,
} from '#tests/db/people-case.ts';
import {
  companyRow,
  consentRow,
  contentOf,
  customerRow,
  newId,
  purposeRow,
  relationshipRow,
  T0,
  versionRow,
} from '#tests/db/rows.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestDatabase } from '#tests/support/test-database.ts';

interface Written {
  readonly person: PersonCase;
  readonly relationship: Relationship;
  readonly consent: Consent | undefined;
}

async function write({ storage }: Database, what: PurposeCase, people: readonly PersonCase[]) {
  const company = companyRow();
  const purpose = purposeRow(company, { basis: what.basis, retiredAt: what.retiredAt });
  const versions = what.versions.map(({ fields, channels, usableUntil }, index) => {
    const asked = fields.map((field) => ({ field, required: false }));
    const content = contentOf({ basis: what.basis, fields: asked, channels: [...channels] });
    return versionRow(purpose, { version: index + 1, content, usableUntil });
  });
  const written: Written[] = [];
  await storage.transact(async (tx) => {
    await tx.company.insert(company);
    await tx.purpose.insert(purpose);
    for (const version of versions) await tx.purpose.insertVersion(version, []);
    for (const person of people) {
      const restrictedAt = person.restricted ? T0 : null;
      const customer = customerRow({ status: person.status, restrictedAt });
      const relationship = relationshipRow(customer, company, {
        pausedUntil: person.pausedUntil,
        restrictedAt: person.relationshipRestricted ? T0 : null,
        blocked: person.status !== 'active' || person.restricted || person.relationshipRestricted,
        endedAt: person.ended ? T0 : null,
      });
      await tx.customer.insert(customer, null);
      await tx.relationship.insert(relationship);
      await tx.fact.replace(customer.factId, person.facts);
      const consent = answerOf(person, relationship, purpose, versions);
      if (consent) await tx.consent.save(consent);
      for (const [of, channelsOff] of [
        [null, person.defaultOff],
        [company.id, person.ownOff],
      ] as const) {
        const preference = { channelsOff: channelsOff && [...channelsOff], pausedUntil: null };
        await tx.preference.save(customer.id, of, preference, T0);
      }
      for (const channel of person.verified)
        await tx.customer.verify(customer.id, { channel, verifiedAt: T0, how: 'test' });
      written.push({ person, relationship, consent });
    }
  });
  return { company, purpose, versions, written };
}

function answerOf(
  { answer }: PersonCase,
  relationship: Relationship,
  purpose: Purpose,
  versions: readonly PurposeVersion[],
): Consent | undefined {
  if (!answer) return undefined;
  const version = answer.version === null ? undefined : versions[answer.version];
  return consentRow(relationship, version ?? versionRow(purpose), {
    state: answer.state,
    versionId: version?.id ?? null,
    fields: [...answer.fields],
    channels: [...answer.channels],
    expiresAt: answer.expiresAt,
  });
}

/** The same list from the pure function, one person at a time. */
function decide(
  { purpose, versions, written }: Awaited<ReturnType<typeof write>>,
  at: Instant,
  conditions: SegmentConditions | undefined,
): PermittedPerson[] {
  const found = written.flatMap(({ person, relationship, consent }) => {
    const standing = consent?.standing ?? undecided(purpose.basis);
    const version =
      purpose.basis === 'objection' ? versions.at(-1) : versions.find(({ id }) => id === standing.versionId);
    const permission = decidePermission({
      at,
      basis: purpose.basis,
      purposeRetiredAt: purpose.retiredAt,
      customerStatus: person.status,
      customerRestrictedAt: person.restricted ? T0 : null,
      relationshipEndedAt: relationship.endedAt,
      relationshipRestrictedAt: relationship.restrictedAt,
      pausedUntil: relationship.pausedUntil,
      standing,
      noSince: null,
      scope: version
        ? {
            fields: version.content.fields.map(({ field }) => field),
            channels: version.content.channels,
            usableUntil: version.usableUntil,
          }
        : null,
      // Channels before preferences and verification: nothing is off, everything proved.
      channelsOff: [],
      verifiedChannels: ['email', 'sms', 'phone'],
    });
    if (!permission.allowed) return [];
    const opened = purpose.basis === 'consent' ? permission.fields : [];
    if (conditions && !matches(person, opened, conditions)) return [];
    const { id, customerId, subject, createdAt } = relationship;
    const since = purpose.basis === 'consent' ? (consent?.standing.decidedAt ?? createdAt) : createdAt;
    const { fields, channels } = permission;
    return [{ relationshipId: id, customerId, subject, since, fields, channels }];
  });
  return found.sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

function matches(person: PersonCase, opened: readonly FieldId[], { match, conditions }: SegmentConditions) {
  const holds = conditions.map((condition) => opened.includes(condition.field) && meets(person, condition));
  return conditions.length === 0 || (match === 'all' ? holds.every(Boolean) : holds.some(Boolean));
}

function meets({ facts }: PersonCase, { field, operator, values }: SegmentCondition): boolean {
  const fact = facts[field];
  if (fact === undefined || !operatorsFor(field).includes(operator)) return false;
  if (typeof fact === 'object') return fact.some((one) => values.includes(one));
  if (typeof fact === 'string') return values.includes(fact) !== (operator === 'is-not');
  const numbers = values.map((value) => (/^\d+$/.test(value) ? Number(value) : Number.NaN));
  if (numbers.some(Number.isNaN)) return false;
  if (operator === 'is') return numbers.includes(fact);
  return operator === 'at-least' ? numbers.some((n) => fact >= n) : numbers.some((n) => fact <= n);
}

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
        const it = await write(database, what, persons);
        for (const [turn, at] of ASKED_AT.entries()) {
          for (const conditions of [undefined, segments[turn]]) {
            const query: PeopleQuery = {
              companyId: it.company.id,
              purposeId: it.purpose.id,
              at,
              ...(conditions ? { conditions } : {}),
            };
            const expected = decide(it, at, conditions);
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
    const version = { fields: ['email'], channels: ['email'], usableUntil: null } as const;
    const what: PurposeCase = { basis: 'consent', retiredAt: null, versions: [version] };
    const it = await write(database, what, [open]);
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
    const it = await write(database, what, persons);
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
