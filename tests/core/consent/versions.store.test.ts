import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expireConsents } from '#app/core/consent/expire-consents.ts';
import { releasePurpose } from '#app/core/purpose/release-purpose.ts';
import { addMonths, addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { Instant } from '#schema/instant.ts';
import type { PurposeContent } from '#schema/purpose.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { type Counter, openCounter } from './counter.ts';

describe.each(ENGINES)('versions and terms on %s', (engine) => {
  let it: Counter;
  beforeEach(async () => {
    it = await openCounter(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  async function release(
    slug: string,
    kind: 'correction' | 'change',
    next: (content: PurposeContent) => PurposeContent,
    oldScopeUntil: Instant | null = null,
  ) {
    const { purpose, version } = await it.shop.purpose(slug);
    return releasePurpose(it.core, {
      companyId: it.shop.company.id,
      slug: purpose.slug,
      position: purpose.position,
      content: next(version.content),
      kind,
      oldScopeUntil,
    });
  }

  const askMore = (content: PurposeContent): PurposeContent => ({
    ...content,
    fields: [...content.fields, { field: 'mobile', required: false }],
    channels: [...content.channels, 'sms'],
  });

  test('a change leaves the old grant its old scope until the stated date and nothing beyond it', async () => {
    await it.yes('newsletter', { fields: ['email', 'given-name'] });
    const until = addMs(it.world.now(), 30 * DAY_MS);
    await release('newsletter', 'change', askMore, until);
    const old = { allowed: true, fields: ['email', 'given-name'], channels: ['email'] };
    expect(await it.may('newsletter')).toMatchObject(old);
    expect(await it.may('newsletter', 'sms')).toMatchObject({
      allowed: false,
      reason: 'channel-not-granted',
    });
    it.world.set(addMs(until, -1));
    expect(await it.may('newsletter')).toMatchObject(old);
    it.world.set(until);
    expect(await it.may('newsletter')).toMatchObject({
      allowed: false,
      reason: 'version-ended',
      fields: [],
      channels: [],
    });
    await it.yes('newsletter', { fields: ['email', 'given-name', 'mobile'], channels: ['email', 'sms'] });
    expect(await it.may('newsletter')).toMatchObject({
      allowed: true,
      fields: ['email', 'given-name', 'mobile'],
    });
    expect((await it.events('newsletter')).map(({ kind, version }) => [kind, version])).toEqual([
      ['granted', 1],
      ['granted', 2],
    ]);
  });

  test('two changes after one another: the nearer end holds', async () => {
    await it.yes('newsletter');
    const later = addMs(it.world.now(), 60 * DAY_MS);
    const sooner = addMs(it.world.now(), 10 * DAY_MS);
    await release('newsletter', 'change', askMore, later);
    await release('newsletter', 'change', (content) => ({ ...content, validityMonths: 6 }), sooner);
    it.world.set(addMs(sooner, -1));
    expect(await it.may('newsletter')).toMatchObject({ allowed: true });
    it.world.set(sooner);
    expect(await it.may('newsletter')).toMatchObject({ allowed: false, reason: 'version-ended' });
  });

  test('a correction keeps the grant; one that changes more than words is refused', async () => {
    await it.yes('newsletter', { fields: ['email', 'given-name'] });
    const spelling = (content: PurposeContent): PurposeContent => ({
      ...content,
      title: { de: 'Neues rund ums Fahrrad', en: 'News about bicycles' },
    });
    await release('newsletter', 'correction', spelling);
    it.world.advance(400 * DAY_MS);
    expect(await it.may('newsletter')).toMatchObject({ allowed: true, fields: ['email', 'given-name'] });
    await expect(release('newsletter', 'correction', askMore)).rejects.toMatchObject({
      code: 'correction-changes-scope',
    });
    const otherTopics = (content: PurposeContent): PurposeContent => ({ ...content, topics: ['tips'] });
    await expect(release('newsletter', 'correction', otherTopics)).rejects.toMatchObject({
      code: 'correction-changes-scope',
    });
  });

  test('a term ends at its instant, before any job has written it down', async () => {
    const granted = it.world.now();
    await it.yes('test-rides');
    const end = addMonths(granted, 12);
    it.world.set(addMs(end, -1));
    expect(await expireConsents(it.core)).toBe(0);
    expect(await it.may('test-rides')).toMatchObject({ allowed: true });
    it.world.set(end);
    expect(await it.may('test-rides')).toMatchObject({ allowed: false, reason: 'expired', fields: [] });
    expect(await it.standing('test-rides')).toMatchObject({ state: 'granted' });

    it.world.advance(DAY_MS);
    expect(await expireConsents(it.core)).toBe(1);
    expect(await expireConsents(it.core)).toBe(0);
    expect(await it.standing('test-rides')).toMatchObject({ state: 'expired', expiresAt: end });
    expect((await it.events('test-rides')).at(-1)).toMatchObject({
      kind: 'expired',
      actor: { kind: 'system', name: '' },
      method: 'system',
      textHash: null,
    });
    // No question is locked by a term that ended, and a new yes begins anew.
    expect(await it.may('test-rides')).toMatchObject({ askAgainAt: null });
    await it.yes('test-rides');
    expect((await it.events('test-rides')).map(({ kind }) => kind)).toEqual([
      'granted',
      'expired',
      'granted',
    ]);
  });

  test('the same yes after the end of its term is a new grant, not a repetition', async () => {
    await it.yes('test-rides');
    it.world.set(addMonths(it.world.now(), 12));
    const { index, consent } = await it.yes('test-rides');
    expect(index).not.toBeNull();
    expect(consent.standing.expiresAt).toBe(addMonths(it.world.now(), 12));
    expect((await it.events('test-rides')).map(({ kind }) => kind)).toEqual(['granted', 'granted']);
    expect(await it.may('test-rides')).toMatchObject({ allowed: true });
  });

  test('a yes to the correction of a shorter text that was never answered runs no longer than it', async () => {
    await it.yes('test-rides');
    await release('test-rides', 'change', (content) => ({ ...content, validityMonths: 1 }));
    await release('test-rides', 'correction', (content) => ({
      ...content,
      title: { de: 'Probefahrten für Sie', en: 'Test rides for you' },
    }));
    it.world.advance(DAY_MS);
    const { consent } = await it.yes('test-rides');
    expect(consent.standing.expiresAt).toBe(addMonths(it.world.now(), 1));
  });

  test('an expired term cannot be undone into a grant', async () => {
    await it.yes('test-rides');
    it.world.set(addMonths(it.world.now(), 12));
    await expireConsents(it.core);
    const [consent] = await it.core.storage.read.consent.ofRelationship((await it.relationship()).id);
    await expect(it.undo('test-rides', consent?.lastIndex ?? null)).rejects.toMatchObject({
      code: 'nothing-to-undo',
    });
  });
});
