import { expect, onTestFinished, test } from 'vitest';
import { PORTAL_KEY_ID } from '#app/core/vault/places.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestCore, TEST_ORIGIN } from '#tests/support/test-core.ts';

test.each(ENGINES)('a fresh core on %s has an empty log and a portal key, and takes acts', async (engine) => {
  const { core, world, close } = await createTestCore(engine);
  onTestFinished(close);
  expect(await core.storage.read.ledger.state()).toEqual({
    origin: TEST_ORIGIN,
    size: 0,
    edge: [],
    lastAt: world.now(),
  });
  expect(await core.keys.get(PORTAL_KEY_ID)).toHaveLength(32);
  world.advance(1000);
  const index = await core.sequencer.submit(async ({ append }) =>
    append({ companyId: null, relationship: null, body: { kind: 'key-created', facts: { name: 'portal' } } }),
  );
  expect(index).toBe(0);
  const entry = await core.storage.read.ledger.entry(0);
  expect(entry).toMatchObject({ index: 0, kind: 'key-created', at: world.now(), keyId: PORTAL_KEY_ID });
  expect((await core.storage.read.ledger.state())?.edge).toEqual([entry?.leaf.toString('hex')]);
});
