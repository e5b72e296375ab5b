import { CODE_ATTEMPTS } from '#app/core/sign-in/proof.ts';
import type { SignInReader, SignInWriter } from '#app/core/sign-in/sign-in-store.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { FIRST, select } from '../statement.ts';
import { fromProof, fromSession, toProof, toSession } from './sign-in-rows.ts';

const sessionByHash = select((db, p: { idHash: string }) =>
  db.selectFrom('session').selectAll().where('id_hash', '=', p.idHash),
);

export function signInReader(db: Reader): SignInReader {
  return {
    findSession: async (idHash) => (await sessionByHash(db, { idHash })).map(toSession)[0],
    sessionsOf: async (principal) => {
      const mine = db.selectFrom('session').selectAll().where('principal', '=', principal);
      return (await mine.orderBy('seen_at', 'desc').orderBy('id_hash').execute()).map(toSession);
    },
    findPassword: async (principal) => {
      const mine = db.selectFrom('password').selectAll().where('principal', '=', principal);
      const row = await mine.executeTakeFirst();
      return row && { principal, hash: row.hash, updatedAt: row.updated_at as Instant };
    },
    findProof: async (id) => {
      const row = await db.selectFrom('sign_in_proof').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toProof(row);
    },
    findProofByToken: async (tokenHash) => {
      const one = db.selectFrom('sign_in_proof').selectAll().where('token_hash', '=', tokenHash);
      const row = await one.executeTakeFirst();
      return row && toProof(row);
    },
    countProofs: async (principal, purpose, since) => {
      const found = await db
        .selectFrom('sign_in_proof')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('principal', '=', principal)
        .where('purpose', '=', purpose)
        .where('created_at', '>', since)
        .executeTakeFirst();
      return Number(found?.count ?? 0);
    },
    hasOpenProof: async (principal, purpose, at) => {
      const mine = db.selectFrom('sign_in_proof').select('id').where('principal', '=', principal);
      const open = mine
        .where('purpose', '=', purpose)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at);
      return (await open.limit(FIRST).executeTakeFirst()) !== undefined;
    },
    devices: async (principal) => {
      const mine = db.selectFrom('known_device').where('principal', '=', principal);
      const rows = await mine.select(['seen_on', 'forgotten_on']).execute();
      // Ordered here: PostgreSQL would walk through everybody's devices in the order of the days.
      return rows
        .map((row) => ({ seenOn: row.seen_on, forgottenOn: row.forgotten_on }))
        .sort((a, b) => (a.seenOn < b.seenOn ? 1 : -1));
    },
  };
}

export function signInWriter(tx: Writer): SignInWriter {
  return {
    ...signInReader(tx),
    insertSession: async (session) => {
      await tx.insertInto('session').values(fromSession(session)).execute();
    },
    touchSession: async (idHash, seenAt, expiresAt) => {
      const seen = { seen_at: seenAt, expires_at: expiresAt };
      await tx.updateTable('session').set(seen).where('id_hash', '=', idHash).execute();
    },
    deleteSession: async (principal, idHash) => {
      const mine = tx.deleteFrom('session').where('principal', '=', principal);
      await mine.where('id_hash', '=', idHash).execute();
    },
    deleteSessionsOf: async (principal) => {
      await tx.deleteFrom('session').where('principal', '=', principal).execute();
    },
    savePassword: async ({ principal, hash, updatedAt }) => {
      const changed = { hash, updated_at: updatedAt };
      await tx
        .insertInto('password')
        .values({ principal, ...changed })
        .onConflict((conflict) => conflict.column('principal').doUpdateSet(changed))
        .execute();
    },
    deletePassword: async (principal) => {
      await tx.deleteFrom('password').where('principal', '=', principal).execute();
    },
    insertProof: async (proof) => {
      await tx.insertInto('sign_in_proof').values(fromProof(proof)).execute();
    },
    takeAttempt: async (id, at) => {
      const row = await tx
        .updateTable('sign_in_proof')
        .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .where('attempts', '<', CODE_ATTEMPTS)
        .returningAll()
        .executeTakeFirst();
      return row && toProof(row);
    },
    useProof: async (id, at) => {
      const open = tx.updateTable('sign_in_proof').set({ used_at: at }).where('id', '=', id);
      const { numUpdatedRows } = await open
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    closeProofs: async (principal, purposes, at) => {
      const mine = tx.updateTable('sign_in_proof').set({ used_at: at }).where('principal', '=', principal);
      await mine
        .where('purpose', 'in', [...purposes])
        .where('used_at', 'is', null)
        .execute();
    },
    rememberDevice: async (principal, deviceHash, day) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('known_device')
        .values({ principal, device_hash: deviceHash, seen_on: day, forgotten_on: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return true;
      const row = tx.updateTable('known_device').set({ seen_on: day, forgotten_on: null });
      const mine = row.where('principal', '=', principal).where('device_hash', '=', deviceHash);
      const again = await mine.where('forgotten_on', 'is not', null).executeTakeFirstOrThrow();
      if (again.numUpdatedRows === 1n) return true;
      await mine.where('seen_on', '<', day).execute();
      return false;
    },
    forgetDevices: async (principal, day) => {
      const mine = tx.updateTable('known_device').set({ forgotten_on: day });
      await mine.where('principal', '=', principal).execute();
    },
    deleteDevices: async (before) => {
      await tx.deleteFrom('known_device').where('seen_on', '<', before).execute();
    },
    deleteOfPrincipal: async (principal) => {
      for (const table of ['session', 'password', 'sign_in_proof', 'known_device'] as const)
        await tx.deleteFrom(table).where('principal', '=', principal).execute();
    },
    deleteEnded: async (before) => {
      await tx.deleteFrom('sign_in_proof').where('expires_at', '<', before).execute();
      await tx.deleteFrom('session').where('expires_at', '<', before).execute();
    },
  };
}
