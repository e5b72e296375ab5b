import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hideField } from '#app/core/consent/hide-field.ts';
import type { FieldId } from '#schema/field.ts';
import type { PurposeId } from '#schema/ids.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { type Counter, openCounter, WEB } from './counter.ts';

const NO_TEXT = { ...WEB, language: null } as const;

describe.each(ENGINES)('hiding a field from a company on %s', (engine) => {
  let it: Counter;
  beforeEach(async () => {
    it = await openCounter(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  const hide = (field: FieldId, mayEnd: readonly PurposeId[] = [], context: Partial<typeof WEB> = {}) =>
    hideField(
      it.core,
      { customerId: it.customerId, companyId: it.shop.company.id, field, mayEnd },
      { ...NO_TEXT, ...context },
    );

  test('a grant that can do without goes on without it: same text, same term, an event that is undone like any other', async () => {
    await it.yes('newsletter', { fields: ['email', 'given-name', 'interests'] });
    const before = await it.standing('newsletter');
    const at = it.world.advance(60_000);
    const [done] = await hide('interests');
    expect(await it.standing('newsletter')).toEqual({
      ...before,
      fields: before?.fields.filter((field) => field !== 'interests'),
      decidedAt: at,
    });
    expect((await it.may('newsletter')).fields).not.toContain('interests');
    expect((await it.events('newsletter')).map(({ kind }) => kind)).toEqual(['granted', 'changed']);
    await it.undo('newsletter', done?.index ?? null);
    expect((await it.may('newsletter')).fields).toContain('interests');
  });

  test('also while the grant is to an earlier text: taking away is never refused for a text that changed', async () => {
    await it.yes('test-rides', { fields: ['email', 'postal-region', 'interests'] });
    const version = (await it.standing('test-rides'))?.versionId;
    await it.shop.change('test-rides');
    await hide('interests');
    const standing = await it.standing('test-rides');
    expect(standing?.versionId).toBe(version);
    expect(standing?.fields).not.toContain('interests');
  });

  test('a purpose that needs the field ends only when the customer was told so', async () => {
    await it.yes('test-rides');
    const { purpose } = await it.shop.purpose('test-rides');
    const size = await it.size();
    await expect(hide('postal-region')).rejects.toMatchObject({ code: 'version-outdated' });
    expect(await it.size()).toBe(size);
    await hide('postal-region', [purpose.id]);
    expect((await it.standing('test-rides'))?.state).toBe('withdrawn');
    expect((await it.may('test-rides')).allowed).toBe(false);
  });

  test('an objection purpose takes its fields whole: hiding one objects', async () => {
    const { purpose, version } = await it.shop.purpose('similar-products');
    const field = version.content.fields[0]?.field;
    if (!field) throw new Error('asks for nothing');
    await hide(field, [purpose.id]);
    expect((await it.standing('similar-products'))?.state).toBe('objected');
  });

  test('the fact in clear goes in the same moment', async () => {
    await it.yes('newsletter', {
      fields: ['email', 'given-name', 'interests'],
      values: { interests: ['repair'] },
    });
    const { factId } = await it.relationship();
    expect((await it.core.storage.read.fact.find(factId)).interests).toEqual(['repair']);
    await hide('interests');
    expect((await it.core.storage.read.fact.find(factId)).interests).toBeUndefined();
  });

  test('ten clicks on one form are one event', async () => {
    await it.yes('newsletter', { fields: ['email', 'given-name', 'interests'] });
    const intent = { key: randomUUID(), actor: 'customer:x', route: '/x', bodyHash: 'same' };
    const done = await Promise.all(Array.from({ length: 10 }, () => hide('interests', [], { intent })));
    expect(done.flat()).toHaveLength(1);
    expect(await it.events('newsletter')).toHaveLength(2);
  });

  test('a stranger to the company hides nothing', async () => {
    const stranger = await registerConfirmed(it.core, `fremd-${engine}@beispiel.at`);
    await expect(
      hideField(
        it.core,
        { customerId: stranger.customerId, companyId: it.shop.company.id, field: 'email', mayEnd: [] },
        NO_TEXT,
      ),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
