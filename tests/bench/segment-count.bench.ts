import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PeopleQuery } from '#app/core/permission/people-store.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import { median, ms, report } from '#tests/bench/support/figures.ts';
import { writeSegmentTown } from '#tests/bench/support/segment-town.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

/* Counting and paging a segment over many customers, with consent and the permission of each field asked. */

const CUSTOMERS = 100_000;
const ROUNDS = 15;

let it: TestCore;
let companyId: CompanyId;
let asked: CurrentPurpose;

beforeAll(async () => {
  it = await createTestCore('sqlite', { start: '2026-04-01T09:00:00.000Z' });
  const demo = await addDemoCompany(it.core, 'alpenrad');
  companyId = demo.company.id;
  asked = await demo.purpose('newsletter');
  writeSegmentTown(it.url, companyId, asked, CUSTOMERS);
});
afterAll(() => it.close());

const conditions: SegmentConditions = {
  match: 'all',
  conditions: [
    { field: 'postal-region', operator: 'is', values: ['at-69'] },
    { field: 'birth-decade', operator: 'at-least', values: ['1970'] },
    { field: 'interests', operator: 'any-of', values: ['commuting', 'repair'] },
  ],
};

async function time(run: () => Promise<unknown> | unknown): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

test('a segment of three conditions', async () => {
  const { people } = it.core.storage.read;
  const query: PeopleQuery = { companyId, purposeId: asked.purpose.id, at: it.world.now(), conditions };
  const db = new Database(it.url.replace('sqlite:', ''), { readonly: true });
  const raw = db.prepare(`
    select count(*) as count from segment_fact f join consent c on c.fact_id = f.fact_id and c.purpose_id = ?
    where f.country = 'at' and f.postal_region = 'at-69' and f.birth_decade >= 1970 and c.state = 'granted'
      and exists (select 1 from segment_fact_value v
        where v.fact_id = f.fact_id and v.field = 'interests' and v.value in ('commuting', 'repair'))`);
  const found = (raw.get(asked.purpose.id) as { count: number }).count;
  expect(await people.count(query)).toBe(found);
  expect(found).toBeGreaterThan(100);

  const floor = await time(() => raw.get(asked.purpose.id));
  const count = await time(() => people.count(query));
  const page = await time(() => people.page(query, null, 50));
  const everybody = { companyId, purposeId: asked.purpose.id, at: it.world.now() };
  const all = await time(() => people.count(everybody));
  const first = await time(() => people.page(everybody, null, 50));
  db.close();
  const town = `${CUSTOMERS.toLocaleString('en')} customers`;
  report({
    what: `segment count, 3 conditions, ${found} of ${town}`,
    ours: ms(count),
    floor: `index and join ${ms(floor)}`,
    ratio: floor / count,
    target: '>= 0.33 (3 x the floor), < 200 ms at 1 M',
  });
  report({ what: 'first 50 people of that segment', ours: ms(page) });
  report({ what: `count of everybody permitted, ${town}`, ours: ms(all) });
  report({ what: 'first 50 people of everybody', ours: ms(first) });
});
