import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerThread } from '#app/core/thread/answer-thread.ts';
import { closeThread } from '#app/core/thread/close-thread.ts';
import { isNewTo, noteSeen } from '#app/core/thread/note-seen.ts';
import { writeMessage } from '#app/core/thread/write-message.ts';
import { openPicture } from '#app/core/vault/doors/open-dialogue.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { jpegWithPlace, PNG_DOT } from '#tests/support/pictures.ts';
import { type Desk, openDesk } from './desk.ts';

describe.each(ENGINES)('answers with pictures and what is new, on %s', (engine) => {
  let it: Desk;
  beforeEach(async () => {
    it = await openDesk(engine);
  });
  afterEach(async () => {
    await it.log.expectWhole();
    await it.close();
  });

  const reply = (threadId: Awaited<ReturnType<Desk['start']>>, text = 'Danke.') =>
    writeMessage(it.core, { customerId: it.customerId, threadId, text });

  test('staff answer with pictures: cleaned, sealed, three at most, none in a refused answer', async () => {
    const id = await it.start();
    const input = { staff: it.marketer, role: 'marketer', threadId: id, text: 'So sieht er aus.' } as const;
    const send = (pictures: Buffer[]) => answerThread(it.core, { ...input, pictures });
    await expect(send([PNG_DOT, PNG_DOT, PNG_DOT, PNG_DOT])).rejects.toMatchObject({
      code: 'too-many-pictures',
    });
    await expect(send([PNG_DOT, Buffer.from('%PDF-1.7 not a picture')])).rejects.toMatchObject({
      code: 'picture-unknown-kind',
    });
    const { read } = it.core.storage;
    expect(await read.thread.pictures(id)).toEqual([]);
    await send([jpegWithPlace(), PNG_DOT]);
    const [photo] = await read.thread.pictures(id);
    const stored = photo && (await read.thread.picture(id, photo.id));
    if (!stored) throw new Error('no picture');
    expect(stored).toMatchObject({ mediaType: 'image/jpeg', customerId: it.customerId });
    expect(stored.sealed.includes('JFIF')).toBe(false);
    const bytes = await openPicture(it.core, stored);
    expect([bytes?.includes('JFIF'), bytes?.includes('GPS')]).toEqual([true, false]);
    expect((await read.thread.messages(id)).at(-1)?.id).toBe(photo?.messageId);
    await expect(send([PNG_DOT])).rejects.toMatchObject({ code: 'not-your-turn' });
    expect(await read.thread.pictures(id)).toHaveLength(2);
  });

  test('an answer is new to the customer until the page with it was shown, and a later one again', async () => {
    const { read } = it.core.storage;
    const unseen = async () => (await read.thread.unseen(it.customerId, 10)).map(({ id }) => id);
    const id = await it.start();
    expect(isNewTo(await it.thread(id), 'company')).toBe(true);
    expect(isNewTo(await it.thread(id), 'customer')).toBe(false);
    const asked = await it.thread(id);
    await noteSeen(it.core, asked, 'company');
    expect(isNewTo(await it.thread(id), 'company')).toBe(false);
    it.world.advance(1);
    await it.answer(id);
    expect(await unseen()).toEqual([id]);
    const answered = await it.thread(id);
    // A page from before the answer marks nothing of it.
    await noteSeen(it.core, asked, 'customer');
    expect(await unseen()).toEqual([id]);
    await noteSeen(it.core, answered, 'customer');
    expect(await unseen()).toEqual([]);
    it.world.advance(1);
    await reply(id);
    expect(isNewTo(await it.thread(id), 'company')).toBe(true);
    it.world.advance(1);
    await it.answer(id, 'Noch etwas.');
    expect(await unseen()).toEqual([id]);
    // Shown late, an old page takes nothing back.
    await noteSeen(it.core, await it.thread(id), 'customer');
    await noteSeen(it.core, { ...answered, seenByCustomerAt: null }, 'customer');
    expect(await unseen()).toEqual([]);
    await closeThread(it.core, { customerId: it.customerId, threadId: id });
    expect(isNewTo(await it.thread(id), 'customer')).toBe(false);
  });
});
