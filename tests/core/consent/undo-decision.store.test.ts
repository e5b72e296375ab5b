import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UNDO_WINDOW_MS } from '#schema/consent.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { type Counter, openCounter } from './counter.ts';

describe.each(ENGINES)('an undo on %s', (engine) => {
  let it: Counter;
  beforeEach(async () => {
    it = await openCounter(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  test('works for exactly ten minutes', async () => {
    const { index } = await it.no('newsletter');
    it.world.advance(UNDO_WINDOW_MS);
    const undone = await it.undo('newsletter', index);
    expect(undone.consent.standing.state).toBe('undecided');
    const again = await it.no('newsletter');
    it.world.advance(UNDO_WINDOW_MS + 1);
    await expect(it.undo('newsletter', again.index)).rejects.toMatchObject({ code: 'undo-too-late' });
    expect((await it.events('newsletter')).map(({ kind }) => kind)).toEqual(['refused', 'undone', 'refused']);
  });

  test('of a withdrawal brings the grant back as it was, from now on, with its facts and its term', async () => {
    const granted = (await it.yes('test-rides', { fields: ['email', 'postal-region', 'given-name'] }))
      .consent;
    it.world.advance(60_000);
    const { index } = await it.no('test-rides');
    it.world.advance(60_000);
    const undone = await it.undo('test-rides', index);
    expect(undone.consent.standing).toEqual(granted.standing);
    expect(undone.consent.noSince).toBeNull();
    expect(await it.may('test-rides')).toMatchObject({ allowed: true, fields: granted.standing.fields });
    const { factId } = await it.relationship();
    expect(await it.core.storage.read.fact.find(factId)).toHaveProperty('postal-region');
    const events = await it.events('test-rides');
    expect(events.map(({ kind, at }) => [kind, at])).toEqual([
      ['granted', granted.standing.decidedAt],
      ['withdrawn', expect.any(String)],
      ['undone', it.world.now()],
    ]);
  });

  test('of a grant closes it again, and the earlier no counts from its own day', async () => {
    const no = await it.no('newsletter');
    it.world.advance(60_000);
    const { index } = await it.yes('newsletter');
    await it.undo('newsletter', index);
    const consent = await it.core.storage.read.consent.ofRelationship((await it.relationship()).id);
    expect(consent).toMatchObject([
      { standing: { state: 'refused' }, noSince: no.consent.standing.decidedAt },
    ]);
    expect(await it.may('newsletter')).toMatchObject({ allowed: false });
  });

  test('of an undo does not exist, nor of an event that is no longer the last, nor of nothing', async () => {
    const first = await it.yes('newsletter');
    const second = await it.no('newsletter');
    await expect(it.undo('newsletter', first.index)).rejects.toMatchObject({ code: 'nothing-to-undo' });
    const undone = await it.undo('newsletter', second.index);
    await expect(it.undo('newsletter', undone.index)).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await expect(it.undo('newsletter', second.index)).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await expect(it.undo('test-rides', null)).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });

  test('never brings back more than was granted: a text that changed meanwhile stays with its old scope', async () => {
    await it.yes('newsletter', { fields: ['email'] });
    const { index } = await it.no('newsletter');
    await it.shop.change('newsletter');
    await it.undo('newsletter', index);
    // The old scope ended with the change.
    expect(await it.may('newsletter')).toMatchObject({ allowed: false, reason: 'version-ended', fields: [] });
  });
});
