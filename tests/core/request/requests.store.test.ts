import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '#app/core/request/answer-request.ts';
import { extendRequest } from '#app/core/request/extend-request.ts';
import { holdRequest, releaseHold } from '#app/core/request/hold-request.ts';
import { makeRequest } from '#app/core/request/make-request.ts';
import { recordRequest } from '#app/core/request/record-request.ts';
import { remindRequests } from '#app/core/request/remind-requests.ts';
import { addToRequest, takeBackRequest, writeAsOfficer } from '#app/core/request/write-on-request.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { openRequest, openRequestFile } from '#app/core/vault/doors/open-request.ts';
import type { RequestId } from '#schema/ids.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { type Office, openOffice } from './office.ts';

const PDF = { name: '../../etc/brief "x"\r\n.exe', bytes: Buffer.from('%PDF-1.7 a letter') };

async function ask(it: Office, kind: 'access' | 'erasure' | 'restriction' = 'access'): Promise<RequestId> {
  const { core, customerId, shop } = it;
  const [id] = await makeRequest(core, {
    customerId,
    companyIds: [shop.id],
    kind,
    text: 'Was wissen Sie über mich?',
    files: [],
  });
  if (!id) throw new Error('no request');
  return id;
}

describe.each(ENGINES)('rights requests on %s', (engine) => {
  test('one for each company, with the due day of its country, mailed to both sides', async () => {
    const it = await openOffice(engine);
    const { core, customerId, shop, other, officer, foreign } = it;
    const intent = { key: randomUUID(), actor: 'a', route: '/', bodyHash: 'h' };
    const input = {
      customerId,
      companyIds: [shop.id, other.id],
      kind: 'access',
      text: '',
      files: [PDF],
    } as const;
    const sent = await Promise.all(Array.from({ length: 10 }, () => makeRequest(core, { ...input, intent })));
    expect(new Set(sent.map((ids) => ids.join())).size).toBe(1);
    const own = await core.storage.read.request.ofCustomer(customerId);
    expect(own).toHaveLength(2);
    expect(own.map(({ arrivedOn, dueOn }) => `${arrivedOn} ${dueOn}`)).toEqual(
      own.map(({ companyId }) =>
        (companyId === shop.id ? shop : other).profile.jurisdiction === 'ch'
          ? '2026-03-02 2026-04-01'
          : '2026-03-02 2026-04-02',
      ),
    );
    const mails = await it.mailbox.collect();
    expect(mails.map(({ to }) => to).sort()).toEqual([
      'clara@example.org',
      'clara@example.org',
      'officer@other.example',
      'officer@shop.example',
    ]);
    const mine = own.find(({ companyId }) => companyId === shop.id);
    if (!mine) throw new Error('no request');
    expect(mails.find(({ to }) => to === officer.email)?.text).toContain(`/officer/requests/${mine.id}`);
    const opened = await openRequest(core, mine.id, officer);
    expect(opened.events.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual(['received customer']);
    const [file] = opened.events[0]?.files ?? [];
    expect(file).toMatchObject({ name: 'brief x.pdf', type: 'application/pdf' });
    if (!file) throw new Error('no file');
    const { content } = await openRequestFile(core, mine.id, file.id, { customerId });
    expect(content.equals(PDF.bytes)).toBe(true);
    await expect(openRequest(core, mine.id, foreign)).rejects.toThrow('not-found');
    await expect(openRequest(core, mine.id, it.marketer)).rejects.toThrow('not-found');
    await expect(openRequestFile(core, mine.id, file.id, foreign)).rejects.toThrow('not-found');
    await expect(makeRequest(core, { ...input, text: 'again' })).rejects.toThrow('request-open-already');
  });

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

  test('a letter counts from its day of arrival; of a person who is not here only the name is known, sealed', async () => {
    const it = await openOffice(engine);
    const { core, officer, relationship, shop } = it;
    const letter = {
      staff: officer,
      kind: 'access',
      origin: 'letter',
      arrivedOn: '2026-02-20',
      text: 'Bitte um Auskunft',
      identity: 'Rückruf',
      files: [],
    } as const;
    const id = await recordRequest(core, { ...letter, who: { subject: relationship.subject } });
    const known = await core.storage.read.request.find(id);
    expect(known).toMatchObject({ arrivedOn: '2026-02-20', relationshipId: relationship.id });
    expect((await it.mailbox.collect()).map(({ to }) => to)).toContain('clara@example.org');
    const outsider = await recordRequest(core, {
      ...letter,
      who: { name: 'Egon Fremd', contact: 'Gasse 1', language: 'de' },
    });
    const { request, asked } = await openRequest(core, outsider, officer);
    expect(request).toMatchObject({ relationshipId: null, keyId: 'portal' });
    expect(asked.person).toEqual({ name: 'Egon Fremd', contact: 'Gasse 1' });
    expect((await it.mailbox.collect()).map(({ to }) => to)).toEqual([officer.email]);
    const at = (arrivedOn: string) =>
      recordRequest(core, { ...letter, arrivedOn, who: { subject: relationship.subject } });
    await expect(at('2026-03-03')).rejects.toThrow('arrival-in-future');
    await expect(at('2026-02-30')).rejects.toThrow('arrival-in-future');
    await expect(at('2024-02-20')).rejects.toThrow('arrival-too-old');
    await expect(
      recordRequest(core, { ...letter, staff: it.foreign, who: { subject: relationship.subject } }),
    ).rejects.toThrow('not-found');
    expect(await core.storage.read.request.count(shop.id, it.world.now(), it.world.now())).toMatchObject({
      open: 2,
    });
  });

  test('a restriction holds in the portal from the moment it is asked for', async () => {
    const it = await openOffice(engine);
    await ask(it, 'restriction');
    const relationship = await it.core.storage.read.relationship.find(it.relationship.id);
    expect(relationship).toMatchObject({ restrictedAt: it.world.now(), blocked: true });
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

  test('files are what they begin with, small enough and few; else nothing is written', async () => {
    const it = await openOffice(engine);
    const { core, customerId, shop } = it;
    const send = (files: readonly { name: string; bytes: Buffer }[]) =>
      makeRequest(core, { customerId, companyIds: [shop.id], kind: 'access', text: '', files });
    const big = { name: 'a.pdf', bytes: Buffer.concat([PDF.bytes, Buffer.alloc(5 * 1024 * 1024)]) };
    await expect(send([big])).rejects.toThrow('file-too-large');
    await expect(send([{ name: 'a.pdf', bytes: Buffer.from('MZ\x00\x01') }])).rejects.toThrow(
      'file-type-unknown',
    );
    await expect(send([PDF, PDF, PDF, PDF])).rejects.toThrow('too-many-files');
    expect(await core.storage.read.request.ofCustomer(customerId)).toEqual([]);
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
