import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeRequest } from '#app/core/request/make-request.ts';
import { recordRequest } from '#app/core/request/record-request.ts';
import { openRequest, openRequestFile } from '#app/core/vault/doors/open-request.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { ask, openOffice, PDF } from './office.ts';

describe.each(ENGINES)('rights requests arrive on %s', (engine) => {
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
});
