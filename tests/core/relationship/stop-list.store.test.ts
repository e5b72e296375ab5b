import { describe, expect, onTestFinished, test } from 'vitest';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { eraseCustomer } from '#app/core/erasure/erase-customer.ts';
import { findPermission } from '#app/core/permission/find-permission.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import { findPeople } from '#app/core/relationship/find-people.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { setCustomerNumber } from '#app/core/relationship/set-customer-number.ts';
import { assertNotStopped, type StopFacts } from '#app/core/relationship/stop-list.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import { ENGINES, type Engine } from '#tests/support/engines.ts';
import { WEB } from '#tests/support/lived-portal.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

const EMAIL = 'stopp@beispiel.at';

async function open(engine: Engine) {
  const it = await createTestCore(engine);
  onTestFinished(it.close);
  const [shop, other] = [
    await addDemoCompany(it.core, 'alpenrad'),
    await addDemoCompany(it.core, 'rheinstrom'),
  ];
  const connect = async (email: string) => {
    const { customerId } = await registerConfirmed(it.core, email);
    const companyId = shop.company.id;
    const relationship = await connectCompany(it.core, { customerId, companyId, source: 'directory' });
    return { customerId, companyId, relationship };
  };
  const check = (facts: StopFacts, companyId = shop.company.id) =>
    assertNotStopped(it.core, it.core.storage.read, companyId, facts);
  return { ...it, other, connect, check };
}

/** Nothing that needs no yes runs for somebody who came back, until this person allows it again. */
async function expectStopped(core: TestCore['core'], relationship: Relationship): Promise<void> {
  const { read } = core.storage;
  const { companyId, customerId } = relationship;
  const purposes = (await read.purpose.current(companyId)).filter(
    ({ purpose }) => purpose.basis === 'objection',
  );
  expect(purposes.length).toBeGreaterThan(0);
  for (const { purpose, version } of purposes) {
    const reason = async () => (await findPermission(read, relationship, purpose, core.world.now())).reason;
    expect(await reason()).toBe('objected');
    const choice = { fields: [], channels: [] };
    await grantConsent(
      core,
      { customerId, companyId, purposeId: purpose.id, versionId: version.id, choice },
      WEB,
    );
    expect(await reason()).toBe('open');
  }
}

describe.each(ENGINES)('the stop list on %s', (engine) => {
  test('refuses staff who enter somebody that left; the person comes back without being asked', async () => {
    const { core, other, connect, check } = await open(engine);
    const { relationship, ...which } = await connect(EMAIL);
    await setCustomerNumber(core, relationship.id, 'K 4711');
    await check({ email: EMAIL, customerNumber: 'K 4711' });
    await endRelationship(core, which, WEB);
    await expect(check({ email: ' STOPP@beispiel.at ' })).rejects.toMatchObject({ code: 'on-stop-list' });
    await expect(check({ customerNumber: 'k4711' })).rejects.toMatchObject({ code: 'on-stop-list' });
    await check({ email: 'andere@beispiel.at', customerNumber: 'K 4712' });
    await check({ email: EMAIL, customerNumber: 'K 4711' }, other.company.id);

    const again = await connectCompany(core, { ...which, source: 'directory' });
    expect(again.subject).not.toBe(relationship.subject);
    await check({ email: EMAIL });
    await expectStopped(core, again);
    await setCustomerNumber(core, again.id, 'K 4711');
    await check({ customerNumber: 'K 4711' });
  });

  test('survives the account, tells nothing about it, and lets the officer find the proof by the address', async () => {
    const { core, connect, check, other } = await open(engine);
    const { customerId, companyId, relationship } = await connect(EMAIL);
    await eraseCustomer(core, customerId, WEB);
    await expect(check({ email: EMAIL })).rejects.toMatchObject({ code: 'on-stop-list' });
    expect((await findPeople(core, companyId, EMAIL)).map(({ subject }) => subject)).toEqual([
      relationship.subject,
    ]);
    expect(await findPeople(core, other.company.id, EMAIL)).toEqual([]);
    const back = await connect(EMAIL);
    await check({ email: EMAIL });
    expect(back.customerId).not.toBe(customerId);
    await expectStopped(core, back.relationship);
    expect((await findPeople(core, companyId, EMAIL)).map(({ id }) => id).sort()).toEqual(
      [relationship.id, back.relationship.id].sort(),
    );
  });
});
