import { describe, expect, onTestFinished, test } from 'vitest';
import { restrictRelationship } from '#app/core/relationship/restrict-relationship.ts';
import { answerRequest } from '#app/core/request/answer-request.ts';
import { makeRequest } from '#app/core/request/make-request.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openRequest } from '#app/core/vault/doors/open-request.ts';
import type { RequestKind } from '#schema/request.ts';
import { openCounter } from '#tests/core/consent/counter.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';

/** The shop has read Clara's address for its newsletter. */
async function openRead(engine: Engine) {
  const it = await openCounter(engine);
  onTestFinished(it.close);
  const { core, customerId } = it;
  const companyId = it.shop.company.id;
  const staff = (role: 'marketer' | 'officer') =>
    addStaff(core, { companyId, email: `${role}@shop.example`, name: 'Mia', roles: [role], language: 'de' });
  const [marketer, officer] = [await staff('marketer'), await staff('officer')];
  await it.yes('newsletter');
  const { purpose } = await it.shop.purpose('newsletter');
  const { subject, id } = await it.relationship();
  await discloseToCompany(core, {
    staff: marketer,
    role: 'marketer',
    purposeId: purpose.id,
    reason: 'Versand',
    how: 'view',
    runId: core.world.newId(),
    people: { subjects: [subject] },
  });
  const ask = async (kind: RequestKind) => {
    const input = { customerId, companyIds: [companyId], kind, text: 'Bitte', files: [] };
    const [requestId] = await makeRequest(core, input);
    if (!requestId) throw new Error('no request');
    return requestId;
  };
  const recalls = async () =>
    (await core.storage.read.recall.ofRelationship(id)).map(({ kind, state }) => `${kind} ${state}`).sort();
  return { ...it, companyId, officer, relationshipId: id, ask, recalls };
}

describe.each(ENGINES)('what was disclosed before, on %s', (engine) => {
  test.each([
    ['rectification', 'rectified told'],
    ['restriction', 'restricted told'],
  ] as const)(
    'a request for %s tells the company about it, and the customer sees that',
    async (kind, told) => {
      const it = await openRead(engine);
      const requestId = await it.ask(kind);
      expect(await it.recalls()).toEqual([told]);
      const { events } = await openRequest(it.core, requestId, { customerId: it.customerId });
      expect(events.map((event) => event.kind)).toEqual(['received', 'passed-on']);
    },
  );

  test('a press restricts, tells the company once, and lifting it calls that off', async () => {
    const it = await openRead(engine);
    const { core, customerId, companyId } = it;
    const restrict = (restricted: boolean) =>
      restrictRelationship(core, { customerId, companyId, restricted });
    await Promise.all(Array.from({ length: 10 }, () => restrict(true)));
    expect(await it.recalls()).toEqual(['restricted told']);
    expect((await it.may('newsletter')).allowed).toBe(false);
    await restrict(false);
    expect(await it.recalls()).toEqual(['restricted called-off']);
    expect((await it.may('newsletter')).allowed).toBe(true);
  });

  test('an erasure of everything ends the relationship as leaving does; of a part it goes on', async () => {
    const it = await openRead(engine);
    const { core, officer } = it;
    const answer = { by: officer, outcome: 'done', text: 'Gelöscht', files: [] } as const;
    await answerRequest(core, { ...answer, requestId: await it.ask('erasure') });
    expect((await it.relationship()).endedAt).toBeNull();
    await answerRequest(core, { ...answer, requestId: await it.ask('erasure'), endsRelationship: true });
    const ended = await core.storage.read.relationship.find(it.relationshipId);
    expect(ended?.endedAt).toBe(it.world.now());
    expect(await it.recalls()).toEqual(['ended told']);
    await it.log.expectWhole();
    // The customer still reads the answer, and can ask again what is kept.
    expect(await core.storage.read.request.ofCustomer(it.customerId)).toHaveLength(2);
    expect(await it.ask('access')).toHaveLength(32);
  });

  test('an access request ends nothing, whatever the form says', async () => {
    const it = await openRead(engine);
    const requestId = await it.ask('access');
    const by = { requestId, by: it.officer, text: 'Hier', files: [] };
    await answerRequest(it.core, { ...by, outcome: 'done', endsRelationship: true });
    expect((await it.relationship()).endedAt).toBeNull();
  });
});
