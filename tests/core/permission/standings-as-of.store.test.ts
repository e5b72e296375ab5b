import { describe, expect, onTestFinished, test } from 'vitest';
import { checkChain } from '#app/core/ledger/check-chain.ts';
import { findStandings } from '#app/core/permission/find-standings.ts';
import { stateAsOf } from '#app/core/permission/standings-as-of.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { Instant } from '#schema/instant.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { liveInPortal } from '#tests/support/lived-portal.ts';
import { createTestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('the state as of an instant on %s', (engine) => {
  test('is what every reader would have been told then', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    const { read } = it.core.storage;
    const said: { at: Instant; relationship: Relationship; told: string }[] = [];
    const short = (list: readonly { purpose: { slug: string }; standing: object; permission: object }[]) =>
      JSON.stringify(
        list.map(({ purpose, standing, permission }) => ({ slug: purpose.slug, standing, permission })),
      );
    await liveInPortal(it, {
      acts: 240,
      customers: 3,
      seed: 7,
      often: async () => {
        const at = it.world.now();
        for (const relationship of await read.relationship.page(null, 100))
          said.push({ at, relationship, told: short(await findStandings(read, relationship, at)) });
      },
    });
    expect(said.length).toBeGreaterThan(30);
    for (const { at, relationship, told } of said) {
      const chain = await openEntries(it.core, await read.ledger.ofRelationship(relationship.id));
      expect(checkChain(chain)).toEqual({ count: chain.length, brokenAt: null });
      expect(short((await stateAsOf(read, relationship, chain, at)).standings)).toBe(told);
    }
  });

  test('before anything happened nothing held', async () => {
    const it = await createTestCore(engine);
    onTestFinished(it.close);
    const { read } = it.core.storage;
    const start = it.world.now();
    await liveInPortal(it, { acts: 20, customers: 1 });
    const [relationship] = await read.relationship.page(null, 1);
    if (!relationship) throw new Error('a relationship');
    const chain = await openEntries(it.core, await read.ledger.ofRelationship(relationship.id));
    const before = '2020-01-01T00:00:00.000Z' as Instant;
    expect(await stateAsOf(read, relationship, chain, before)).toEqual({
      connected: false,
      restricted: false,
      pausedUntil: null,
      preference: null,
      standings: [],
    });
    expect((await stateAsOf(read, relationship, chain, start)).connected).toBe(true);
    const torn = chain.filter((_, index) => index !== 1);
    if (chain.length > 2) expect(checkChain(torn).brokenAt).toBe(chain[2]?.entry.index);
  });
});
