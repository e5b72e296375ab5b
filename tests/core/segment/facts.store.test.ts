import { describe, expect, onTestFinished, test } from 'vitest';
import { profileKeyId } from '#app/core/vault/places.ts';
import type { PurposeId } from '#schema/ids.ts';
import { instantOf, msOf } from '#schema/instant.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import { buildTown } from '#tests/core/permission/built-town.ts';
import { handOver } from '#tests/core/permission/hand.ts';
import type { Dated, Deed, Scope } from '#tests/core/permission/history.ts';
import { playDeed } from '#tests/core/permission/play-deed.ts';
import { typedProfile } from '#tests/core/permission/profiles.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { createTestCore } from '#tests/support/test-core.ts';

const DAY = 86_400_000;

const PLAN = {
  customers: 1,
  companies: 1,
  purposes: [
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'consent' },
  ],
} as const;

const ASKS_COUNTRY: Scope = {
  fields: [{ field: 'country', required: true }],
  channels: [],
  validityMonths: 1,
};
const ASKS_SIZE: Scope = { ...ASKS_COUNTRY, fields: [{ field: 'household-size', required: true }] };

/** One customer who is connected, and two purposes: one asks for the country, one for the size of the household. */
async function openTown(engine: Engine) {
  const { core, database, world, close } = await createTestCore(engine);
  onTestFinished(close);
  const town = await buildTown(core, PLAN, 'a');
  const hand = handOver(core, database);
  const play = async (deed: Deed) => {
    const dated = { ...deed, at: msOf(world.now()) } as Dated;
    expect(await playDeed(core, town, dated, hand)).toBe('written');
  };
  await play({ type: 'release', purpose: 0, scope: ASKS_COUNTRY, oldScopeForMs: null });
  await play({ type: 'release', purpose: 1, scope: ASKS_SIZE, oldScopeForMs: null });
  await play({ type: 'write', customer: 0, round: 0 });
  await play({ type: 'connect', customer: 0, company: 0 });
  await play({ type: 'confirm', customer: 0 });
  await play({ type: 'age', customer: 0, limit: 16, yes: true });
  const country = String(typedProfile('a', 0, 0).country);
  const conditions: SegmentConditions = {
    match: 'all',
    conditions: [{ field: 'country', operator: 'is', values: [country] }],
  };
  const companyId = town.companies[0]?.id;
  if (!companyId) throw new Error('no company');
  const count = () =>
    core.storage.read.people.count({
      companyId,
      purposeId: town.purposes.get(0) as PurposeId,
      at: instantOf(msOf(world.now())),
      conditions,
    });
  const facts = async () => {
    const customer = await core.storage.read.customer.find(town.customers[0]?.id ?? ('' as never));
    return customer ? core.storage.read.fact.find(customer.factId) : undefined;
  };
  const loseKey = () => core.keys.shred([profileKeyId(town.customers[0]?.id ?? ('' as never))]);
  return { world, play, count, facts, country, loseKey };
}

const yes = (purpose: number, field: 'country' | 'household-size'): Deed => ({
  type: 'yes',
  customer: 0,
  purpose,
  back: 0,
  fields: [field],
  channels: [],
});

describe.each(ENGINES)('facts on %s', (engine) => {
  test('stand in clear exactly while a grant includes their field', async () => {
    const { world, play, count, facts, country } = await openTown(engine);
    expect(await facts()).toEqual({});
    await play(yes(0, 'country'));
    expect(await facts()).toEqual({ country });
    expect(await count()).toBe(1);
    world.advance(1000);
    await play({ type: 'no', customer: 0, purpose: 0, by: 'customer' });
    expect(await facts()).toEqual({});
    expect(await count()).toBe(0);
    await play({ type: 'undo', customer: 0, purpose: 0 });
    expect(await facts()).toEqual({ country });
    expect(await count()).toBe(1);
  });

  test('go by a no that opens nothing: what is still permitted stays as it stands', async () => {
    const { play, facts, loseKey } = await openTown(engine);
    await play(yes(0, 'country'));
    await play(yes(1, 'household-size'));
    expect(Object.keys((await facts()) ?? {}).sort()).toEqual(['country', 'household-size']);
    await loseKey();
    await play({ type: 'no', customer: 0, purpose: 0, by: 'customer' });
    expect(Object.keys((await facts()) ?? {})).toEqual(['household-size']);
  });

  test('are gone once the end of a term is written down', async () => {
    const { world, play, facts } = await openTown(engine);
    await play(yes(0, 'country'));
    world.advance(32 * DAY);
    await play({ type: 'expire' });
    expect(await facts()).toEqual({});
  });

  test('are gone after a no, although nobody wrote down that the yes had ended', async () => {
    const { world, play, facts } = await openTown(engine);
    await play(yes(0, 'country'));
    world.advance(32 * DAY);
    await play({ type: 'no', customer: 0, purpose: 0, by: 'customer' });
    expect(await facts()).toEqual({});
  });

  test('come back with a new yes, although nobody wrote down that the old one had ended', async () => {
    const { world, play, count, facts, country } = await openTown(engine);
    await play(yes(0, 'country'));
    world.advance(32 * DAY);
    await play(yes(1, 'household-size'));
    expect(Object.keys((await facts()) ?? {})).toEqual(['household-size']);
    await play(yes(0, 'country'));
    expect(await facts()).toMatchObject({ country });
    expect(await count()).toBe(1);
  });
});
