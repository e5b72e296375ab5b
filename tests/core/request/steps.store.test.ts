import { describe, expect, test } from 'vitest';
import { answerRequest } from '#app/core/request/answer-request.ts';
import { extendRequest } from '#app/core/request/extend-request.ts';
import { holdRequest, releaseHold } from '#app/core/request/hold-request.ts';
import { remindRequests } from '#app/core/request/remind-requests.ts';
import { addToRequest, takeBackRequest, writeAsOfficer } from '#app/core/request/write-on-request.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { openRequest, openRequestFile } from '#app/core/vault/doors/open-request.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { ask, openOffice, PDF } from './office.ts';

describe.each(ENGINES)('steps of rights requests on %s', (engine) => {
  test('nothing that a person wrote stands in clear', async () => {
    const it = await openOffice(engine);
    const id = await ask(it);
    await addToRequest(it.core, { requestId: id, by: it, text: 'Auch die Werkstatt', files: [PDF] });
    const { read } = it.core.storage;
    const rows = JSON.stringify([
      await read.request.find(id),
      await read.request.events(id),
      await read.request.files(id),
    ]);
    const bytes = [...rows.matchAll(/"data":\[([\d,]*)\]/g)].map(([, list]) =>
      Buffer.from((list ?? '').split(',').map(Number)).toString('latin1'),
    );
    for (const word of ['wissen', 'Werkstatt', 'brief'])
      expect([rows, ...bytes].some((text) => text.includes(word))).toBe(false);
  });

  test('answered once: ten officers at the same moment give one answer', async () => {
    const it = await openOffice(engine);
    const { core, officer } = it;
    const id = await ask(it);
    await it.mailbox.collect();
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        answerRequest(core, { requestId: id, by: officer, outcome: 'done', text: `Antwort ${n}`, files: [] }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { request, events } = await openRequest(core, id, { customerId: it.customerId });
    expect(request).toMatchObject({ state: 'done', closedAt: it.world.now() });
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'done']);
    expect((await it.mailbox.collect()).map(({ to }) => to)).toEqual(['clara@example.org']);
    const late = addToRequest(core, { requestId: id, by: it, text: 'noch etwas', files: [] });
    await expect(late).rejects.toThrow('request-closed');
  });

  test('more time once, with a reason, before the first deadline has passed', async () => {
    const it = await openOffice(engine);
    const { core, officer, world } = it;
    const id = await ask(it);
    await expect(extendRequest(core, { requestId: id, by: officer, reason: ' ' })).rejects.toThrow(
      'text-missing',
    );
    const before = await core.storage.read.request.find(id);
    await extendRequest(core, { requestId: id, by: officer, reason: 'Sehr viele Akten' });
    const after = await core.storage.read.request.find(id);
    expect(after?.extendedAt).toBe(world.now());
    expect((after?.dueOn ?? '') > (before?.dueOn ?? '')).toBe(true);
    await expect(extendRequest(core, { requestId: id, by: officer, reason: 'x' })).rejects.toThrow(
      'extended-already',
    );
    const second = await ask(it, 'restriction');
    world.set((await core.storage.read.request.find(second))?.dueAt ?? '');
    await expect(extendRequest(core, { requestId: second, by: officer, reason: 'x' })).rejects.toThrow(
      'extension-too-late',
    );
  });

  test('a hold keeps an erasure from being called done, and the person reads why', async () => {
    const it = await openOffice(engine);
    const { core, officer } = it;
    const id = await ask(it, 'erasure');
    const by = { requestId: id, by: officer };
    await expect(releaseHold(core, by)).rejects.toThrow('not-held');
    await holdRequest(core, {
      ...by,
      hold: 'retention',
      reason: 'Rechnungen: § 147 AO',
      until: '2036-12-31',
    });
    const answer = { ...by, outcome: 'done', text: 'Gelöscht', files: [] } as const;
    await expect(answerRequest(core, answer)).rejects.toThrow('request-held');
    const { events } = await openRequest(core, id, { customerId: it.customerId });
    expect(events.at(-1)).toMatchObject({ kind: 'held', text: 'Rechnungen: § 147 AO', until: '2036-12-31' });
    await releaseHold(core, by);
    await answerRequest(core, answer);
    expect((await core.storage.read.request.find(id))?.state).toBe('done');
  });

  test('a note stays inside, a message does not; the foreign officer and the marketer can do nothing', async () => {
    const it = await openOffice(engine);
    const { core, officer, foreign, marketer } = it;
    const id = await ask(it);
    const write = { requestId: id, text: 'Aktenzeichen 7', files: [PDF] };
    await writeAsOfficer(core, { ...write, by: officer, kind: 'note' });
    await writeAsOfficer(core, { ...write, by: officer, kind: 'message', text: 'Welche Filiale?' });
    const own = await openRequest(core, id, { customerId: it.customerId });
    expect(own.events.map(({ kind }) => kind)).toEqual(['received', 'message']);
    const inside = await openRequest(core, id, officer);
    expect(inside.events.map(({ kind }) => kind)).toEqual(['received', 'note', 'message']);
    const noteFile = inside.events[1]?.files[0]?.id;
    if (!noteFile) throw new Error('no file');
    const peek = openRequestFile(core, id, noteFile, { customerId: it.customerId });
    await expect(peek).rejects.toThrow('not-found');
    for (const by of [foreign, marketer]) {
      const step = { requestId: id, by };
      for (const attempt of [
        writeAsOfficer(core, { ...write, by, kind: 'note' }),
        answerRequest(core, { ...step, outcome: 'done', text: 'x', files: [] }),
        extendRequest(core, { ...step, reason: 'x' }),
        holdRequest(core, { ...step, hold: 'legal-hold', reason: 'x', until: null }),
      ])
        await expect(attempt).rejects.toThrow('not-found');
    }
    await it.mailbox.collect();
    const { customerId: stranger } = await registerConfirmed(core, 'stranger@example.org');
    await expect(takeBackRequest(core, { requestId: id, by: { customerId: stranger } })).rejects.toThrow(
      'not-found',
    );
    await takeBackRequest(core, { requestId: id, by: it });
    expect((await core.storage.read.request.find(id))?.state).toBe('taken-back');
  });

  test('officers hear once of each deadline that is near', async () => {
    const it = await openOffice(engine);
    const { core, officer, world } = it;
    const id = await ask(it);
    await it.mailbox.collect();
    expect(await remindRequests(core)).toBe(0);
    world.advance(25 * DAY_MS);
    await Promise.all([remindRequests(core), remindRequests(core)]);
    expect((await it.mailbox.collect()).map(({ to }) => to)).toEqual([officer.email]);
    expect(await remindRequests(core)).toBe(0);
    await extendRequest(core, { requestId: id, by: officer, reason: 'Viel' });
    world.advance(62 * DAY_MS);
    expect(await remindRequests(core)).toBe(1);
  });

  test('when the evidence goes, the rows go; with the key gone nothing opens', async () => {
    const it = await openOffice(engine);
    const { core, relationship, officer } = it;
    const id = await ask(it);
    await core.keys.shred([`evidence:${relationship.id}`]);
    await expect(openRequest(core, id, officer)).rejects.toThrow('not-found');
    await core.storage.transact((tx) => tx.request.deleteOfRelationship(relationship.id));
    expect(await core.storage.read.request.find(id)).toBeUndefined();
    expect(await core.storage.read.request.events(id)).toEqual([]);
  });
});
