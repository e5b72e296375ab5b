import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createSequencer } from '#app/core/ledger/sequencer.ts';
import { AppError } from '#app/core/shared/app-error.ts';
import type { Intent } from '#app/core/shared/idempotency-store.ts';
import { openDatabase } from '#db/open-db.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { type Counter, counterOf, openCounter } from './counter.ts';

/** The chain of one customer: no number twice, none left out, each leading to the next. */
async function expectOneChain(it: Counter): Promise<void> {
  const relationship = await it.relationship();
  const entries = await it.core.storage.read.ledger.ofRelationship(relationship.id);
  expect(relationship.seq).toBe(entries.length);
  expect(relationship.lastLeaf).toBe(entries.at(-1)?.leaf.toString('hex'));
}

describe.each(ENGINES)('races on %s', (engine) => {
  let it: Counter;
  beforeEach(async () => {
    it = await openCounter(engine);
  });
  afterEach(async () => {
    await expectOneChain(it);
    await it.log.expectWhole();
    await it.close();
  });

  /** The same database through a second program. */
  async function secondNode(): Promise<Counter> {
    const database = await openDatabase({ url: it.url });
    const { storage } = database;
    const sequencer = createSequencer({ storage, keys: it.core.keys, world: it.world });
    onTestFinished(async () => {
      await sequencer.stop();
      await database.close();
    });
    const core = { ...it.core, storage, sequencer };
    const other = { ...it, core, database };
    return { ...other, ...counterOf(other, it.shop, it.customerId) };
  }

  const intent = (key: string, body = 'yes'): Intent => ({
    key,
    actor: `customer:${it.customerId}`,
    route: '/me/companies/alpenrad/newsletter',
    bodyHash: body,
  });

  test('ten identical yeses at once are one event', async () => {
    const size = await it.size();
    const answers = await Promise.all(Array.from({ length: 10 }, () => it.yes('newsletter')));
    expect(answers.filter(({ index }) => index !== null)).toHaveLength(1);
    expect(await it.size()).toBe(size + 1);
    expect(await it.events('newsletter')).toHaveLength(1);
  });

  test('ten identical yeses through two programs are one event', async () => {
    const other = await secondNode();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, round) => (round % 2 ? it : other).yes('newsletter')),
    );
    expect(answers.filter(({ index }) => index !== null)).toHaveLength(1);
    expect(await it.events('newsletter')).toHaveLength(1);
  });

  test('yeses and noes that race leave one chain whose end is the state, through two programs', async () => {
    const other = await secondNode();
    await Promise.all(
      Array.from({ length: 24 }, (_, round) => {
        const node = round % 2 ? it : other;
        return round % 3 ? node.yes('newsletter') : node.no('newsletter');
      }),
    );
    const events = await it.events('newsletter');
    const last = events.at(-1);
    expect(await it.standing('newsletter')).toEqual(last?.standing);
    expect((await it.may('newsletter')).allowed).toBe(last?.standing.state === 'granted');
    // An event only where something changed.
    const kinds = events.map(({ kind }) => kind);
    for (const [index, kind] of kinds.entries()) expect(kind).not.toBe(kinds[index + 1]);
  });

  test('of two undos of one decision one is done', async () => {
    const { index } = await it.no('newsletter');
    const undos = await Promise.allSettled([it.undo('newsletter', index), it.undo('newsletter', index)]);
    expect(undos.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('one that is refused takes no other with it, and leaves nothing behind', async () => {
    const size = await it.size();
    const relationship = await it.relationship();
    const acts = await Promise.allSettled([
      it.yes('newsletter'),
      it.yes('test-rides', { fields: ['email'] }),
      it.no('service-reminder'),
      it.core.sequencer.submit(async ({ tx, append }) => {
        await tx.relationship.restrict(relationship.id, it.world.now());
        append({
          companyId: relationship.companyId,
          relationship,
          body: { kind: 'restricted', actor: { kind: 'customer', name: '' }, method: 'web' },
        });
        throw new AppError('changed-my-mind');
      }),
    ]);
    expect(acts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(acts[3]).toMatchObject({ reason: { code: 'changed-my-mind' } });
    expect(await it.size()).toBe(size + 2);
    expect((await it.relationship()).restrictedAt).toBeNull();
    expect(await it.standing('test-rides')).toBeUndefined();
  });

  test('a form that is sent again after a withdrawal changes nothing', async () => {
    const key = randomUUID();
    await it.yes('newsletter', {}, { intent: intent(key) });
    await it.no('newsletter');
    const replayed = await it.yes('newsletter', {}, { intent: intent(key) });
    expect(replayed).toMatchObject({ index: null, consent: { standing: { state: 'withdrawn' } } });
    expect(await it.may('newsletter')).toMatchObject({ allowed: false, reason: 'withdrawn' });
    expect(await it.events('newsletter')).toHaveLength(2);
    await expect(it.yes('newsletter', {}, { intent: intent(key, 'other') })).rejects.toMatchObject({
      code: 'intent-reused',
    });
  });

  test('a refused form may be mended and sent with the same key', async () => {
    const key = randomUUID();
    const refused = it.yes('newsletter', { fields: [] }, { intent: intent(key, 'first') });
    await expect(refused).rejects.toMatchObject({ code: 'required-field-missing' });
    expect((await it.yes('newsletter', {}, { intent: intent(key, 'second') })).index).not.toBeNull();
  });
});
