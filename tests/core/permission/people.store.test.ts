import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tablesOf } from '#db/open-db.ts';
import { peopleReader } from '#db/stores/people-store.ts';
import type { FactField, FieldId } from '#schema/field.ts';
import { instantOf, msOf } from '#schema/instant.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestCore } from '#tests/support/test-core.ts';
import { buildTown } from './built-town.ts';
import { compareExports } from './compare-export.ts';
import { compareFacts } from './compare-facts.ts';
import { compareTown, type Tally } from './compare-town.ts';
import { histories } from './generate-history.ts';
import { handOver } from './hand.ts';
import type { Town } from './history.ts';
import { later } from './later.ts';
import { questions } from './matches.ts';
import { createOracle, type Oracle } from './oracle.ts';
import { playDeed } from './play-deed.ts';
import { knownValues } from './profiles.ts';

/** As many as fit; `PROPERTY_SECONDS` gives them more time. */
const HISTORIES = 1_000;
const TIME_LIMIT_MS = Number(process.env.PROPERTY_SECONDS ?? 40) * 1000;

const TOWN: Town = {
  customers: 8,
  companies: 2,
  purposes: [
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'objection' },
    { company: 1, basis: 'consent' },
    { company: 1, basis: 'contract' },
  ],
};

const DAY = 86_400_000;

const FACTS: readonly FactField[] = [
  'country',
  'postal-region',
  'birth-decade',
  'household-size',
  'interests',
  'needs',
];

const FIELDS: readonly FieldId[] = ['given-name', 'email', 'street', 'landline', ...FACTS];

describe.each(ENGINES)('what SQL decides on %s', (engine) => {
  const timeout = TIME_LIMIT_MS + 120_000;
  test('is what the oracle decides: lists, counts, segments, look-ups, exports', { timeout }, async () => {
    const { core, database, world, close } = await createTestCore(engine);
    onTestFinished(close);
    const hand = handOver(core, database);
    const { reader, longReader } = tablesOf(database);
    const ways = [core.storage.read.people, peopleReader(reader, longReader, { count: 0, page: 0 })];
    const tally: Tally = { lists: 0, people: 0, segments: 0, matched: 0, decisions: 0, exported: 0 };
    let towns = 0;
    const random = fc.record({
      history: histories(TOWN, { minLength: 20, maxLength: 70, fields: FIELDS, calm: true }),
      asked: fc.array(questions(FACTS), { minLength: 2, maxLength: 4 }),
      every: fc.integer({ min: 7, max: 14 }),
    });
    await fc.assert(
      fc.asyncProperty(random, async ({ history, asked, every }) => {
        const deeds = later(history, msOf(world.now()));
        const mark = (towns++).toString(36);
        world.set(instantOf(deeds[0]?.at ?? 0));
        const town = await buildTown(core, TOWN, mark);
        const known = knownValues(town);
        const oracle = createOracle(TOWN, (customer, field) => known.value(customer, field) !== undefined);
        for (const [step, deed] of deeds.entries()) {
          world.set(instantOf(deed.at));
          if (deed.type === 'no' && deed.by === 'staff' && oracle.isRetired(deed.purpose, deed.at)) continue;
          const fate = await playDeed(core, town, deed, hand);
          expect([deed, fate]).toEqual([deed, oracle.next(deed)]);
          known.note(deed);
          if (step !== deeds.length - 1 && step % every !== 0) continue;
          const comparison = { core, ways, town, oracle, known: known.value, questions: asked, tally };
          expect(await compareTown({ ...comparison, atMs: deed.at })).toBeUndefined();
          for (const atMs of [edgeAfter(oracle, deed.at, step), deed.at + 29 * DAY])
            expect(await compareTown({ ...comparison, questions: asked.slice(0, 1), atMs })).toBeUndefined();
          if (step < deeds.length - 1) continue;
          expect(await compareExports({ ...comparison, atMs: deed.at })).toBeUndefined();
          expect(await compareFacts({ ...comparison, atMs: deed.at })).toBeUndefined();
        }
      }),
      { numRuns: HISTORIES, interruptAfterTimeLimit: TIME_LIMIT_MS, endOnFailure: true },
    );
    console.log(`${engine}: ${towns} histories of ${TOWN.customers} customers`, tally);
    // Empty lists would prove nothing.
    expect(tally.people).toBeGreaterThan(20 * towns);
    expect(tally.matched).toBeGreaterThan(2 * towns);
    expect(tally.exported).toBeGreaterThan(2 * towns);
  });
});

/** A coming instant at which something ends to the millisecond: a term, an old scope, a pause. */
function edgeAfter(oracle: Oracle, now: number, step: number): number {
  const edges = Array.from({ length: TOWN.customers }, (_, customer) =>
    [...TOWN.purposes.keys()].flatMap((purpose) => oracle.edges(customer, purpose)),
  ).flat();
  const coming = edges.filter((edge) => edge > now);
  return coming[step % Math.max(1, coming.length)] ?? now;
}
