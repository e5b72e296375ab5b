import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldId } from '#schema/field.ts';
import type { CompanyId } from '#schema/ids.ts';
import { instantOf, msOf } from '#schema/instant.ts';
import { type BuiltTown, buildTown } from '#tests/core/permission/built-town.ts';
import { histories } from '#tests/core/permission/generate-history.ts';
import type { Town } from '#tests/core/permission/history.ts';
import { later } from '#tests/core/permission/later.ts';
import { createOracle, type Oracle } from '#tests/core/permission/oracle.ts';
import { playDeed } from '#tests/core/permission/play-deed.ts';
import { type KnownValues, knownValues } from '#tests/core/permission/profiles.ts';
import { startTestPortal, type TestPortal } from '#tests/support/test-portal.ts';
import { signInStaff } from './firm.ts';

const HISTORIES = 8;

const TOWN: Town = {
  customers: 7,
  companies: 2,
  purposes: [
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'objection' },
    { company: 1, basis: 'consent' },
    { company: 1, basis: 'contract' },
  ],
};

/** Fields whose values are like no other text: where one is found, it has leaked or it was permitted. */
const CANARIES: readonly FieldId[] = [
  'given-name',
  'family-name',
  'title',
  'email',
  'mobile',
  'landline',
  'street',
  'city',
  'favourite-branch',
  'frame-number',
  'meter-number',
  'loyalty-card',
];

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

/** Every canary that was ever typed, by its text. */
const planted = new Map<string, { town: string; customer: number; field: FieldId }>();

test('in every byte that a company gets, exactly the permitted values are found, and each has its record', {
  timeout: 240_000,
}, async () => {
  const tally = { histories: 0, answers: 0, bytes: 0, found: 0 };
  const random = histories(TOWN, { minLength: 15, maxLength: 45, fields: CANARIES, calm: true });
  for (const history of fc.sample(random, HISTORIES)) {
    const lived = await live(history, `k${tally.histories++}`);
    for (const company of [0, 1]) await searchCompany(lived, company, tally);
  }
  console.log(tally);
  expect(tally.found).toBeGreaterThan(HISTORIES * 4);
});

test('nothing of it stands in the log', () => {
  const lines = portal.logLines.join('\n');
  expect(lines).toContain('/company/people');
  expect([...planted.keys()].filter((canary) => lines.includes(canary))).toEqual([]);
});

test('nothing of it stands in clear in any file of the database', async () => {
  await portal.services.core.storage.transact(async () => undefined);
  const files = readdirSync(portal.dataDir).filter((name) => name.includes('.sqlite'));
  expect(files).toContain('driverseat.sqlite');
  // The search does find what stands in clear.
  const written = files.map((name) => readFileSync(join(portal.dataDir, name)).toString('latin1')).join('');
  expect(written).toContain('co-k0-0');
  for (const name of files) {
    const bytes = readFileSync(join(portal.dataDir, name)).toString('latin1');
    const found = [...planted.keys()].filter((canary) => bytes.includes(canary));
    expect([name, found]).toEqual([name, []]);
  }
});

interface Lived {
  readonly town: BuiltTown;
  readonly oracle: Oracle;
  readonly known: KnownValues;
  readonly at: number;
}

type History = Parameters<typeof later>[0];

/** One history in a town of its own, by the real acts. */
async function live(history: History, mark: string): Promise<Lived> {
  const { core } = portal.services;
  const deeds = later(history, msOf(portal.world.now())).filter(({ type }) => type !== 'restrict-customer');
  portal.world.set(instantOf(deeds[0]?.at ?? 0));
  const town = await buildTown(core, TOWN, mark);
  const known = knownValues(town);
  const oracle = createOracle(TOWN, (customer, field) => known.value(customer, field) !== undefined);
  for (const deed of deeds) {
    portal.world.set(instantOf(deed.at));
    if (deed.type === 'no' && deed.by === 'staff' && oracle.isRetired(deed.purpose, deed.at)) continue;
    expect(await playDeed(core, town, deed, NO_HAND)).toBe(oracle.next(deed));
    known.note(deed);
    for (const customer of town.customers.keys()) plant(town, known, customer);
  }
  return { town, oracle, known, at: deeds.at(-1)?.at ?? 0 };
}

const NO_HAND = { restrictCustomer: () => Promise.reject(new Error('not in this history')) };

function plant({ mark }: BuiltTown, known: KnownValues, customer: number): void {
  for (const field of CANARIES) {
    const value = known.value(customer, field);
    if (typeof value === 'string') planted.set(value, { town: mark, customer, field });
  }
}

interface Tally {
  answers: number;
  bytes: number;
  found: number;
}

async function searchCompany(lived: Lived, company: number, tally: Tally): Promise<void> {
  const { town, oracle, known, at } = lived;
  const { id: companyId, marketer } = town.companies[company] ?? {};
  if (!companyId || !marketer) return;
  const cookie = await signInStaff(portal, marketer);
  const search = (right: readonly string[], fetchIt: () => Promise<Response>) =>
    searchAnswer(companyId, right, fetchIt, tally);
  const get = (path: string) => () => portal.get(path, cookie);

  for (const path of ['/company', '/company/people', '/company/segments', '/company/segments/new'])
    await search([], get(path));
  for (const [purpose] of TOWN.purposes.entries()) {
    if (TOWN.purposes[purpose]?.company !== company) continue;
    const slug = `purpose-${purpose}`;
    const permitted = town.customers.map((_, customer) => {
      const answer = oracle.answer({ customer, purpose, at });
      const fields = answer?.allowed && !oracle.isRetired(purpose, at) ? answer.fields : [];
      return fields.flatMap((field) => {
        const value = known.value(customer, field);
        return typeof value === 'string' && planted.has(value) ? [value] : [];
      });
    });
    const all = permitted.flat();
    await search(all, get(`/company/people?purpose=${slug}`));
    await search(all, get(`/company/people?purpose=${slug}&_data=routes%2Fcompany%2Fpeople`));
    await search([], get(`/company/segments/new?purpose=${slug}&add=country&do=add`));
    await search([], get(`/company/people/export?purpose=${slug}`));
    for (const format of ['csv', 'ndjson']) {
      const form = { purpose: slug, format, reason: 'looking for canaries' };
      await search(all, () => portal.post('/company/export', cookie, form));
    }
    for (const [customer, { id }] of town.customers.entries()) {
      for (const {
        companyId: of,
        subject,
      } of await portal.services.core.storage.read.relationship.allOfCustomer(id)) {
        const mine = of === companyId && (await isRunning(id, companyId, subject));
        await search(
          mine ? (permitted[customer] ?? []) : [],
          get(`/company/people/${subject}?purpose=${slug}`),
        );
        await search([], get(`/company/people/${subject}/no?purpose=${slug}`));
      }
    }
  }
}

async function isRunning(
  customerId: BuiltTown['customers'][number]['id'],
  companyId: CompanyId,
  subject: string,
): Promise<boolean> {
  const { relationship } = portal.services.core.storage.read;
  return (await relationship.findLive(customerId, companyId))?.subject === subject;
}

/** One answer: exactly these canaries in its bytes, and each of them in a record that was not there before. */
async function searchAnswer(
  companyId: CompanyId,
  right: readonly string[],
  fetchIt: () => Promise<Response>,
  tally: Tally,
): Promise<void> {
  const { read } = portal.services.core.storage;
  const before = new Set((await read.disclosure.ofCompany(companyId, 10_000)).map(({ id }) => id));
  const response = await fetchIt();
  const headers = [...response.headers].flat().join('\n');
  const body = `${headers}\n${await response.text()}`.replaceAll('&#x27;', "'").replaceAll('"\'+43', '"+43');
  const found = [...planted.keys()].filter((canary) => body.includes(canary));
  expect([response.url, found.sort()]).toEqual([response.url, [...right].sort()]);

  const recorded = new Set<string>();
  for (const batch of await read.disclosure.ofCompany(companyId, 10_000)) {
    if (before.has(batch.id)) continue;
    expect((await read.ledger.entry(batch.ledgerIndex))?.kind).toBe('disclosed');
    for (const { relationshipId, fields } of await read.disclosure.subjects(batch.id))
      for (const field of fields) recorded.add(`${relationshipId} ${field}`);
  }
  for (const canary of found) {
    const { town, customer, field } = planted.get(canary) ?? { town: '', customer: -1, field: 'email' };
    const owner = await read.customer.findByEmailIndex(
      portal.services.core.keys.blindIndex('email', `customer-${customer}-${town}@canary.example`),
    );
    const relationship = owner && (await read.relationship.findLive(owner.id, companyId));
    expect(recorded).toContain(`${relationship?.id} ${field}`);
  }
  tally.answers++;
  tally.bytes += body.length;
  tally.found += found.length;
}
