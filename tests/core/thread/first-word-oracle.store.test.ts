import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { writeFirst } from '#app/core/thread/write-first.ts';
import type { PurposeId } from '#schema/ids.ts';
import { instantOf, msOf } from '#schema/instant.ts';
import { buildTown } from '#tests/core/permission/built-town.ts';
import { handOver } from '#tests/core/permission/hand.ts';
import type { Dated, Deed, Town } from '#tests/core/permission/history.ts';
import { createOracle } from '#tests/core/permission/oracle.ts';
import { playDeed } from '#tests/core/permission/play-deed.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestCore } from '#tests/support/test-core.ts';

const TOWN: Town = {
  customers: 1,
  companies: 1,
  purposes: [
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'objection' },
    { company: 0, basis: 'contract' },
  ],
};

type Step = {
  readonly wait: number;
  readonly deed: Deed | { readonly type: 'first'; readonly purpose: number };
};

const HOUR = 3_600_000;
const customer = 0;
const off = fc.constantFrom(['portal'] as const, [] as const, null);
const company = fc.constantFrom(0, null);
const purpose = fc.constantFrom(0, 0, 1, 2);
const quiet = { from: '00:00', to: '23:59', timeZone: 'Europe/Vienna' };
/** Everything that may stand before a word in the portal, and words between. */
const deeds: fc.Arbitrary<Step['deed']> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant('first' as const), purpose }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('use' as const),
      customer: fc.constant(customer),
      purpose,
      channel: fc.constant('email' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('most' as const),
      customer: fc.constant(customer),
      company,
      perWeek: fc.constantFrom(1, 2, 'any' as const, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('pause' as const),
      customer: fc.constant(customer),
      company,
      until: fc.constantFrom('never' as const, 'for-good' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('channels-off' as const),
      customer: fc.constant(customer),
      company,
      off,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('quiet' as const),
      customer: fc.constant(customer),
      company,
      hours: fc.constantFrom(quiet, 'none' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('no' as const),
      by: fc.constant('customer' as const),
      customer: fc.constant(customer),
      purpose,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('yes' as const),
      customer: fc.constant(customer),
      purpose,
      back: fc.constant(0),
      fields: fc.constant([]),
      channels: fc.constantFrom(['portal'] as const, ['email'] as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('restrict' as const),
      customer: fc.constant(customer),
      company: fc.constant(0),
      on: fc.boolean(),
    }),
  },
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ wait: fc.constantFrom(1, HOUR, DAY_MS, 7 * DAY_MS - 1), deed: deeds }),
  { minLength: 8, maxLength: 24 },
);

const SCOPE = { fields: [], channels: ['portal', 'email'], validityMonths: null } as const;
const OPENING: readonly Deed[] = [
  ...[0, 1, 2].map((one): Deed => ({ type: 'release', purpose: one, scope: SCOPE, oldScopeForMs: null })),
  { type: 'connect', customer, company: 0 },
  { type: 'confirm', customer },
  { type: 'age', customer, limit: 14, yes: true },
  { type: 'yes', customer, purpose: 0, back: 0, fields: [], channels: ['portal'] },
];

describe.each(ENGINES)('whether a company may write first, on %s', (engine) => {
  test('is what the oracle says, and each word that went out counts from then on', async () => {
    const { core, database, world, close } = await createTestCore(engine);
    onTestFinished(close);
    const hand = handOver(core, database);
    const tally = { written: 0, refused: 0, often: 0 };
    let towns = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (then) => {
        const town = await buildTown(core, TOWN, `first${towns++}`);
        const oracle = createOracle(TOWN);
        const play = async (deed: Dated) =>
          expect([deed, await playDeed(core, town, deed, hand)]).toEqual([deed, oracle.next(deed)]);
        for (const deed of OPENING) await play({ ...deed, at: msOf(world.now()) } as Dated);
        for (const { wait, deed } of then) {
          world.advance(wait);
          const at = msOf(world.now());
          if (deed.type !== 'first') {
            await play({ ...deed, at } as Dated);
            continue;
          }
          const answer = oracle.answer({ customer, purpose: deed.purpose, at, channel: 'portal' });
          const [firm] = town.companies;
          const [person] = town.customers;
          if (!firm || !person) throw new Error('an empty town');
          const known = await core.storage.read.relationship.findLive(person.id, firm.id);
          if (!known) throw new Error('not connected');
          const word = writeFirst(core, {
            staff: firm.marketer,
            subject: known.subject,
            purposeId: town.purposes.get(deed.purpose) ?? ('' as PurposeId),
            title: 'Ein Wort',
            text: 'Ohne dass jemand gefragt hätte.',
          });
          const written = await word.then(
            () => true,
            (error: unknown) => {
              expect(error).toBeInstanceOf(NotFoundError);
              return false;
            },
          );
          expect([deed, instantOf(at), written]).toEqual([deed, instantOf(at), answer?.allowed]);
          if (written) oracle.next({ type: 'use', customer, purpose: deed.purpose, channel: 'portal', at });
          tally[written ? 'written' : 'refused']++;
          if (answer?.reason === 'frequency-reached') tally.often++;
        }
      }),
      { numRuns: 40, interruptAfterTimeLimit: 30_000 },
    );
    console.log(`${engine}: ${towns} histories`, tally);
    for (const count of Object.values(tally)) expect(count).toBeGreaterThan(3);
  });
});
