import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { undoDecision } from '#app/core/consent/undo-decision.ts';
import { exportPeople } from '#app/core/export/export-people.ts';
import { createSequencer } from '#app/core/ledger/sequencer.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import { loadKekFile } from '#app/core/vault/kek-file.ts';
import { keyEncryption } from '#app/core/vault/key-encryption.ts';
import { createKeyring } from '#app/core/vault/keyring.ts';
import { openDatabase } from '#db/open-db.ts';
import type { CompanyId, PurposeId, SubjectId } from '#schema/ids.ts';
import { msOf } from '#schema/instant.ts';
import type { ConsentRecord } from '#schema/ledger.ts';
import { createLogCheck } from '#tests/support/check-log.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';
import { type BuiltTown, buildTown } from './built-town.ts';
import type { Deed } from './history.ts';
import { playDeed } from './play-deed.ts';

const CUSTOMERS = 24;
const ROUNDS = 10;
const WEB = { actor: { kind: 'customer', name: '' }, method: 'web', source: '/me', language: 'de' } as const;

interface Stage {
  readonly town: BuiltTown;
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  readonly staff: Staff;
}

/**
 * Customers take back, undo and say yes again while the company reads lists,
 * single people and files as fast as it can, over two nodes on one database.
 * The log decides who was first: no batch that stands after a withdrawal, and
 * before a new yes, holds the person.
 */
describe.each(ENGINES)('withdrawals racing reads on %s', (engine) => {
  test('nobody is read after the no', { timeout: 180_000 }, async () => {
    const first = await createTestCore(engine);
    onTestFinished(first.close);
    const { core, world } = first;
    const second = await anotherNode(first);
    const stage = await openStage(core);
    const nodes = [core, second] as const;
    const node = (index: number) => nodes[index % 2 === 0 ? 0 : 1];

    let read = 0;
    for (let round = 0; round < ROUNDS; round++) {
      world.advance(60_000);
      const decisions = stage.town.customers.map((_, customer) => decide(node(customer), stage, customer));
      const reads = [0, 1, 2, 3, 4, 5].map(async (reader) => {
        for (let turn = 0; turn < 3; turn++) {
          const people = await readPeople(node(reader), stage, reader + turn);
          read += people;
        }
      });
      await Promise.all([...decisions, ...reads]);
    }

    const { rows, breaches, withdrawals } = await judge(core, stage);
    expect(breaches).toEqual([]);
    expect(rows).toBe(read);
    expect(withdrawals).toBeGreaterThan(ROUNDS * 3);
    console.log(`${engine}: ${rows} people read in races with ${withdrawals} withdrawals, 0 after the no`);
    await createLogCheck(first).expectWhole();
  });
});

/** A second process on the same data, as far as the database can tell. */
async function anotherNode({ url, folder, world }: TestCore): Promise<Core> {
  const { storage, keyStore, close } = await openDatabase({ url });
  const keys = createKeyring(
    keyStore,
    keyEncryption(loadKekFile(join(folder, 'keys', 'kek.key'), true)),
    world,
  );
  const sequencer = createSequencer({ storage, keys, world });
  onTestFinished(async () => {
    await sequencer.stop();
    await close();
  });
  return { storage, keys, world, sequencer };
}

async function openStage(core: Core): Promise<Stage> {
  const plan = { customers: CUSTOMERS, companies: 1, purposes: [{ company: 0, basis: 'consent' }] } as const;
  const town = await buildTown(core, plan, 'race');
  const hand = { restrictCustomer: () => Promise.reject(new Error('not here')) };
  const play = async (deed: Deed) => {
    expect(await playDeed(core, town, { ...deed, at: msOf(core.world.now()) }, hand)).toBe('written');
  };
  const fields = [{ field: 'given-name', required: true }] as const;
  const scope = { fields, channels: [], validityMonths: null };
  await play({ type: 'release', purpose: 0, scope, oldScopeForMs: null });
  for (const customer of town.customers.keys()) {
    await play({ type: 'write', customer, round: 0 });
    await play({ type: 'connect', customer, company: 0 });
    await play({ type: 'confirm', customer });
    await play({ type: 'age', customer, limit: 16, yes: true });
    await play({ type: 'yes', customer, purpose: 0, back: 0, fields: ['given-name'], channels: [] });
  }
  const [company] = town.companies;
  const purposeId = town.purposes.get(0);
  if (!company || !purposeId) throw new Error('no company');
  return { town, companyId: company.id, purposeId, staff: company.marketer };
}

/** Takes back what is granted, undoes what was taken back, else says yes: at a moment of chance. */
async function decide(core: Core, { town, companyId, purposeId }: Stage, customer: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
  const customerId = town.customers[customer]?.id ?? ('' as never);
  const { read } = core.storage;
  const which = { customerId, companyId, purposeId };
  const relationship = await read.relationship.findLive(customerId, companyId);
  const consent = relationship && (await read.consent.find(relationship.id, purposeId));
  const version = await read.purpose.currentVersion(purposeId);
  if (!consent || !version) throw new Error('nothing to decide on');
  try {
    if (consent.standing.state === 'granted') await sayNo(core, which, WEB);
    else if (consent.previous && customer % 3 === 0)
      await undoDecision(core, { ...which, index: consent.lastIndex }, WEB);
    else {
      const choice = { fields: ['given-name' as const], channels: [] };
      await grantConsent(core, { ...which, versionId: version.id, choice }, WEB);
    }
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
  }
}

/** A page, one person or a file; answers with how many people were read. */
async function readPeople(
  core: Core,
  { town, companyId, purposeId, staff }: Stage,
  turn: number,
): Promise<number> {
  const asked = { staff, role: 'marketer', purposeId, reason: 'race', runId: core.world.newId() } as const;
  let count = 0;
  if (turn % 3 === 0) {
    for await (const { people } of exportPeople(core, asked)) count += people.length;
  } else if (turn % 3 === 1) {
    let afterSubject: SubjectId | null = null;
    do {
      const page = { afterSubject, limit: 5 };
      const batch: Awaited<ReturnType<typeof discloseToCompany>> = await discloseToCompany(core, {
        ...asked,
        how: 'list',
        people: page,
      });
      count += batch.people.length;
      afterSubject = batch.lastSubject;
    } while (afterSubject);
  } else {
    for (const { id } of town.customers.slice(0, 8)) {
      const relationship = await core.storage.read.relationship.findLive(id, companyId);
      const subjects = relationship ? [relationship.subject] : [];
      count += (await discloseToCompany(core, { ...asked, how: 'view', people: { subjects } })).people.length;
    }
  }
  return count;
}

/** Every row of every batch against what the log says held when the batch was written. */
async function judge(core: Core, { companyId, purposeId }: Stage) {
  const { read } = core.storage;
  const answers = new Map<string, { index: number; state: string }[]>();
  const breaches: string[] = [];
  let [rows, withdrawals] = [0, 0];
  for (const batch of await read.disclosure.ofCompany(companyId, 100_000)) {
    for (const { relationshipId } of await read.disclosure.subjects(batch.id)) {
      rows++;
      let said = answers.get(relationshipId);
      if (!said) {
        const opened = await openEntries(core, await read.ledger.ofRelationship(relationshipId, purposeId));
        said = opened.map(({ entry, record }) => ({
          index: entry.index,
          state: (record as ConsentRecord).standing.state,
        }));
        withdrawals += said.filter(({ state }) => state === 'withdrawn').length;
        answers.set(relationshipId, said);
      }
      const last = said.findLast(({ index }) => index < batch.ledgerIndex);
      if (last?.state !== 'granted')
        breaches.push(
          `batch ${batch.ledgerIndex} holds ${relationshipId}, ${last?.state} since ${last?.index}`,
        );
    }
  }
  return { rows, breaches, withdrawals };
}
