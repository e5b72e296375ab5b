import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import { draftProof } from '#app/core/sign-in/draft-proof.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import type { Principal } from '#app/core/sign-in/principal.ts';
import { CODE_ATTEMPTS, type Proof, type ProofPurpose } from '#app/core/sign-in/proof.ts';
import { ENGINES } from '#tests/support/engines.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe.each(ENGINES)('sessions, passwords and proofs in %s', (engine) => {
  let it: TestCore;
  let count = 0;
  const newPrincipal = (): Principal => `customer:${(++count).toString(16).padStart(32, '0')}`;
  const write: TestCore['core']['storage']['transact'] = (work) => it.core.storage.transact(work);
  const now = () => it.world.now();

  async function insertProof(principal: Principal, purpose: ProofPurpose = 'sign-in'): Promise<Proof> {
    const { proof } = await draftProof(it.core, {
      principal,
      purpose,
      payload: { to: '/me', remember: true },
    });
    await write((tx) => tx.signIn.insertProof(proof));
    return proof;
  }

  beforeAll(async () => {
    it = await createTestCore(engine);
  });
  afterAll(() => it.close());

  test('what was written comes back whole', async () => {
    const principal = newPrincipal();
    const { signIn } = it.core.storage.read;
    const proof = await insertProof(principal);
    expect(await signIn.findProof(proof.id)).toEqual(proof);
    expect(await signIn.findProofByToken(proof.tokenHash)).toEqual(proof);
    const wish = { principal, remember: true, steppedUp: true };
    const { session } = await write((tx) => openSession(it.core, tx, wish, now()));
    expect(await signIn.findSession(session.idHash)).toEqual(session);
    const password = { principal, hash: 'first', updatedAt: now() };
    await write((tx) => tx.signIn.savePassword(password));
    await write((tx) => tx.signIn.savePassword({ ...password, hash: 'second' }));
    expect(await signIn.findPassword(principal)).toEqual({ ...password, hash: 'second' });
    await write((tx) => tx.signIn.deletePassword(principal));
    expect(await signIn.findPassword(principal)).toBeUndefined();
  });

  test('of twenty tries at once exactly as many are given as a code has', async () => {
    const { id } = await insertProof(newPrincipal());
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => write((tx) => tx.signIn.takeAttempt(id, now()))),
    );
    const numbers = taken.flatMap((proof) => (proof ? [proof.attempts] : []));
    expect(numbers.sort()).toEqual(Array.from({ length: CODE_ATTEMPTS }, (_, n) => n + 1));
  });

  test('of twenty uses at once one succeeds; none after the end', async () => {
    const { id } = await insertProof(newPrincipal());
    const used = await Promise.all(
      Array.from({ length: 20 }, () => write((tx) => tx.signIn.useProof(id, now()))),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await write((tx) => tx.signIn.takeAttempt(id, now()))).toBeUndefined();
    const late = await insertProof(newPrincipal());
    expect(await write((tx) => tx.signIn.useProof(late.id, late.expiresAt))).toBe(false);
    expect(await write((tx) => tx.signIn.takeAttempt(late.id, late.expiresAt))).toBeUndefined();
  });

  test('a try or a use that is rolled back did not happen', async () => {
    const { id } = await insertProof(newPrincipal());
    const failing = write(async (tx) => {
      await tx.signIn.takeAttempt(id, now());
      await tx.signIn.useProof(id, now());
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await it.core.storage.read.signIn.findProof(id)).toMatchObject({ attempts: 0, usedAt: null });
  });

  test('closing shuts the named purposes of one principal and nothing else', async () => {
    const [mine, yours] = [newPrincipal(), newPrincipal()];
    await insertProof(mine, 'sign-in');
    await insertProof(mine, 'confirm-address');
    await insertProof(yours, 'sign-in');
    await write((tx) => tx.signIn.closeProofs(mine, ['sign-in', 'step-up'], now()));
    const open = (principal: Principal, purpose: ProofPurpose) =>
      it.core.storage.read.signIn.hasOpenProof(principal, purpose, now());
    expect(await open(mine, 'sign-in')).toBe(false);
    expect(await open(mine, 'confirm-address')).toBe(true);
    expect(await open(yours, 'sign-in')).toBe(true);
    it.world.advance(DAY_MS);
    expect(await open(mine, 'confirm-address')).toBe(false);
  });

  test('a session is moved while it lives, never revived, and deleted by its owner alone', async () => {
    const [mine, yours] = [newPrincipal(), newPrincipal()];
    const wish = { principal: mine, remember: false, steppedUp: false };
    const { session } = await write((tx) => openSession(it.core, tx, wish, now()));
    const later = it.world.advance(MINUTE_MS);
    await write((tx) => tx.signIn.touchSession(session.idHash, later, session.absoluteExpiresAt));
    expect(await it.core.storage.read.signIn.findSession(session.idHash)).toMatchObject({ seenAt: later });
    await write((tx) => tx.signIn.deleteSession(yours, session.idHash));
    expect(await it.core.storage.read.signIn.sessionsOf(mine)).toHaveLength(1);
    await write((tx) => tx.signIn.deleteSession(mine, session.idHash));
    await write((tx) => tx.signIn.touchSession(session.idHash, later, session.absoluteExpiresAt));
    expect(await it.core.storage.read.signIn.findSession(session.idHash)).toBeUndefined();
  });

  test('what ended long ago is forgotten, what runs stays', async () => {
    const principal = newPrincipal();
    const old = await insertProof(principal);
    const wish = { principal, remember: false, steppedUp: false };
    const ended = await write((tx) => openSession(it.core, tx, wish, now()));
    const threshold = it.world.advance(2 * DAY_MS);
    const running = await write((tx) => openSession(it.core, tx, wish, now()));
    const fresh = await insertProof(principal);
    await write((tx) => tx.signIn.deleteEnded(threshold));
    const { signIn } = it.core.storage.read;
    expect(await signIn.findProof(old.id)).toBeUndefined();
    expect(await signIn.findProof(fresh.id)).toBeDefined();
    expect((await signIn.sessionsOf(principal)).map(({ idHash }) => idHash)).toEqual([
      running.session.idHash,
    ]);
    expect(ended.session.idHash).not.toBe(running.session.idHash);
  });
});
