import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPermission } from '#app/core/permission/find-permission.ts';
import { findStandings } from '#app/core/permission/find-standings.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { liveInPortal } from '#tests/support/lived-portal.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('what stands for one customer on %s', (engine) => {
  let it: TestCore;
  beforeEach(async () => {
    it = await createTestCore(engine);
  });
  afterEach(() => it.close());

  test('is, purpose by purpose, what the permission itself says, now and later', async () => {
    const { core, world } = it;
    const { read } = core.storage;
    const { customers } = await liveInPortal(it, { acts: 120, customers: 3, seed: 7 });
    const reasons = new Set<string>();
    for (const days of [0, 20, 200, 500]) {
      world.advance(days * DAY_MS);
      const at = world.now();
      for (const customerId of customers) {
        for (const relationship of await read.relationship.ofCustomer(customerId)) {
          const standings = await findStandings(read, relationship, at);
          const current = await read.purpose.current(relationship.companyId);
          expect(standings.map(({ purpose }) => purpose.id)).toEqual(
            current.map(({ purpose }) => purpose.id),
          );
          for (const { purpose, permission, standing, granted } of standings) {
            expect(permission).toEqual(await findPermission(read, relationship, purpose, at));
            reasons.add(permission.reason);
            const over = standing.expiresAt !== null && standing.expiresAt <= at;
            if (over) expect(standing.state).not.toBe('granted');
            if (permission.reason === 'granted') expect(granted?.id).toBe(standing.versionId);
          }
        }
      }
    }
    // The history was rich enough to prove something.
    expect(reasons.size).toBeGreaterThan(6);
  });
});
