import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setPreference } from '#app/core/preference/set-preference.ts';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { writeFirst } from '#app/core/thread/write-first.ts';
import type { PurposeId } from '#schema/ids.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { FULL_PROFILE } from '#tests/support/lived-portal.ts';
import { type Desk, openDesk } from './desk.ts';

describe.each(ENGINES)('a word that nobody asked for, on %s', (engine) => {
  let it: Desk;
  let purposeId: PurposeId;
  beforeEach(async () => {
    it = await openDesk(engine);
    purposeId = (await it.shop.purpose('ride-advice')).purpose.id;
    await saveFields(it.core, it.customerId, FULL_PROFILE);
    await it.yes('ride-advice', { channels: ['portal'], values: { 'bicycle-kind': 'e-bike' } });
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  const first = async (change: Partial<Parameters<typeof writeFirst>[1]> = {}) => {
    const { subject } = await it.relationship();
    const text = { title: 'Neue Strecke', text: 'Am Fluss entlang.' };
    await writeFirst(it.core, { staff: it.marketer, subject, purposeId, ...text, ...change });
  };
  const used = async () => it.core.storage.read.use.ofRelationship((await it.relationship()).id, 50);
  const limit = (mostPerWeek: number) =>
    setPreference(it.core, { customerId: it.customerId, companyId: it.shop.company.id, mostPerWeek });

  test('counts as a use of its purpose, in the same act', async () => {
    const at = it.world.now();
    await first();
    expect(await used()).toMatchObject([{ purposeId, channel: 'portal', topic: null, at, how: 'portal' }]);
    const { id } = await it.relationship();
    expect(await it.core.storage.read.use.lastUses(id)).toEqual([{ purposeId, channel: 'portal', at }]);
    const [report] = await it.core.storage.read.use.reports(it.shop.company.id, 5);
    expect(report).toMatchObject({ reportedBy: it.marketer.pseudonym, how: 'portal' });
    await expect(first({ title: ' ' })).rejects.toMatchObject({ code: 'title-missing' });
    expect(await used()).toHaveLength(1);
  });

  test('the week that the customer allows holds for it, however many write at once', async () => {
    await limit(2);
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => first()));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(NotFoundError);
    expect(await used()).toHaveLength(2);
    it.world.advance(7 * DAY_MS - 1);
    await expect(first()).rejects.toMatchObject({ code: 'not-found' });
    it.world.advance(1);
    await first();
  });

  test('one form sent twice is one word and one use', async () => {
    const intent = { key: randomUUID(), actor: 'a', route: '/r', bodyHash: 'h' };
    await Promise.all([first({ intent }), first({ intent }), first({ intent })]);
    expect(await used()).toHaveLength(1);
    expect(await it.core.storage.read.thread.ofCustomer(it.customerId, 10)).toHaveLength(1);
  });

  test('a further word counts too; an answer to the customer does not and is never refused for it', async () => {
    await first();
    const [thread] = await it.core.storage.read.thread.ofCustomer(it.customerId, 1);
    if (!thread) throw new Error('no thread');
    await it.answer(thread.id, 'Noch ein Wort.');
    expect(await used()).toHaveLength(2);
    await limit(2);
    await expect(it.answer(thread.id, 'Und noch eins.')).rejects.toMatchObject({ code: 'not-your-turn' });
    const asked = await it.start();
    await it.answer(asked, 'Gern.');
    expect(await used()).toHaveLength(2);
  });
});
