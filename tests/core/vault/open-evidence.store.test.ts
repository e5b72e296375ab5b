import { describe, expect, onTestFinished, test } from 'vitest';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openEvidence } from '#app/core/vault/doors/open-evidence.ts';
import { beginLook, LOOK_OPEN_MS, openLook } from '#app/core/vault/doors/open-look.ts';
import type { CompanyId, PurposeId } from '#schema/ids.ts';
import { counterOf, openCounter } from '#tests/core/consent/counter.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { registerConfirmed } from '#tests/support/register.ts';

describe.each(ENGINES)('the door to evidence on %s', (engine) => {
  test('opens for the own company alone, to one role, and only where its owner reads of it', async () => {
    const it = await openCounter(engine);
    onTestFinished(it.close);
    const { core, shop } = it;
    const { read } = core.storage;
    const other = await registerConfirmed(core, `zweite-${engine}@beispiel.at`);
    await connectCompany(core, {
      customerId: other.customerId,
      companyId: shop.company.id,
      source: 'directory',
    });
    const second = counterOf(it, shop, other.customerId);
    await it.yes('newsletter');
    const mine = await it.relationship();
    const theirs = await second.relationship();
    const entries = await read.ledger.ofRelationship(mine.id);
    expect(entries.length).toBeGreaterThan(1);
    const rival = await addDemoCompany(core, 'rheinstrom');
    const officerOf = (companyId: CompanyId, roles: readonly ('officer' | 'marketer')[] = ['officer']) =>
      addStaff(core, {
        companyId,
        email: `${roles[0]}-${companyId}@beispiel.at`,
        name: 'Ola Ordner',
        roles: [...roles],
        language: 'de',
      });
    const officer = await officerOf(shop.company.id);
    const rivals = await officerOf(rival.company.id);
    const marketer = await officerOf(shop.company.id, ['marketer']);
    const size = await it.size();
    const refused = { code: 'not-found' };
    const why = 'Anfrage der Kundin';
    // Somebody else's records, told to this one, or to nobody.
    await expect(openEvidence(core, officer, theirs, entries, why)).rejects.toMatchObject(refused);
    await expect(openEvidence(core, officer, null, entries, why)).rejects.toMatchObject(refused);
    await expect(openEvidence(core, rivals, mine, entries, why)).rejects.toMatchObject(refused);
    await expect(openEvidence(core, rivals, mine, [], why)).rejects.toMatchObject(refused);
    await expect(openEvidence(core, officer, mine, entries, ' ')).rejects.toMatchObject({
      code: 'reason-missing',
    });
    await expect(openEvidence(core, marketer, mine, entries, why)).rejects.toMatchObject(refused);
    // What belongs to no person belongs to a company all the same.
    const released = (await read.ledger.range(0, 100)).filter(
      ({ relationshipId, companyId }) => relationshipId === null && companyId === shop.company.id,
    );
    expect(released.length).toBeGreaterThan(0);
    await expect(openEvidence(core, rivals, null, released, why)).rejects.toMatchObject(refused);
    // Nor is there a list for a purpose of somebody else's, as there is none for a purpose that is not there.
    const { purpose } = await rival.purpose('energy-tips');
    const look = {
      role: 'marketer',
      how: 'view',
      reason: why,
      runId: 'x',
      people: { subjects: [] },
    } as const;
    for (const purposeId of [purpose.id, '0'.repeat(32) as PurposeId])
      await expect(discloseToCompany(core, { staff: marketer, purposeId, ...look })).rejects.toMatchObject(
        refused,
      );
    expect(await it.size()).toBe(size);
    const { opened } = await openEvidence(core, officer, mine, entries, why);
    expect(opened).toHaveLength(entries.length);
    const looks = await read.disclosure.looksOfCustomer(it.customerId, { limit: 5 });
    expect(looks.map(({ how, reason }) => [how, reason])).toEqual([['evidence', why]]);
    expect(await read.disclosure.looksOfCustomer(other.customerId, { limit: 5 })).toEqual([]);
    await it.log.expectWhole();
  });

  test('a look stays open to whoever recorded it, with exactly the records it was recorded for', async () => {
    const it = await openCounter(engine);
    onTestFinished(it.close);
    const { core, shop } = it;
    await it.yes('newsletter');
    const relationship = await it.relationship();
    const entries = await core.storage.read.ledger.ofRelationship(relationship.id);
    const officers = await Promise.all(
      ['ola', 'oda'].map((name) =>
        addStaff(core, {
          companyId: shop.company.id,
          email: `${name}-${engine}@beispiel.at`,
          name,
          roles: ['officer'],
          language: 'de',
        }),
      ),
    );
    const [ola, oda] = officers;
    if (!ola || !oda) throw new Error('two officers');
    const intent = { key: core.world.newId(), actor: `staff:${ola.id}`, route: '/officer', bodyHash: '' };
    await beginLook(core, { staff: ola, relationship, entries, reason: 'Anfrage' }, intent);
    const open = (staff = ola, seen = entries) =>
      openLook(core, { staff, relationship, entries: seen }, intent);
    expect((await open())?.opened).toHaveLength(entries.length);
    expect(await open(oda)).toBeUndefined();
    expect(await open(ola, entries.slice(1))).toBeUndefined();
    await it.no('newsletter');
    const later = await core.storage.read.ledger.ofRelationship(relationship.id);
    expect(later.length).toBeGreaterThan(entries.length);
    expect((await open(ola, later))?.opened).toHaveLength(entries.length);
    it.world.advance(LOOK_OPEN_MS);
    expect(await open()).toBeUndefined();
    await it.log.expectWhole();
  });
});
