import { createHash } from 'node:crypto';
import * as z from 'zod';
import { addMs, HOUR_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { hashSecret } from '../sign-in/hash-secret.ts';
import { openKeptForm } from '../vault/doors/open-kept-form.ts';
import { keptFormPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';

/** Long enough to find the mail with the code. */
export const KEPT_FORM_MS = HOUR_MS;
/** Long letters fit; what is larger is not kept. */
const MAX_CHARACTERS = 20_000;
/** Typed anew by nature, or the form's own business. Entries of the profile are neither, also a postal code. */
const NEVER = /^(?!value\.).*(?:pass|code|secret|token)|^intent-id$|^act$/i;

export const KeptForm = z
  .object({
    /** Page that the form was sent to. */
    path: z.string(),
    /** Whose it is; null: typed by somebody who was not signed in. */
    owner: z.string().nullable(),
    fields: z.array(z.tuple([z.string(), z.string()])),
  })
  .strict();
export type KeptForm = z.infer<typeof KeptForm>;

/**
 * Keeps what was typed over a sign-in or a change of language. The key is the
 * token itself: the database alone gives nothing away, and whoever shares the
 * device later must be the same account.
 *
 * @returns the token for the cookie; undefined when there is nothing to keep, or too much
 */
export async function keepForm(
  core: Pick<Core, 'storage' | 'world'>,
  form: KeptForm,
): Promise<string | undefined> {
  const fields = form.fields.filter(([name]) => !NEVER.test(name));
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (fields.every(([, value]) => value === '') || size > MAX_CHARACTERS) return undefined;
  const token = core.world.randomBytes(32).toString('base64url');
  const idHash = hashSecret(token);
  const sealed = sealJson(keyOf(token), keptFormPlace(idHash), { ...form, fields } satisfies KeptForm);
  await core.storage.transact((tx) => tx.keptForm.insert({ idHash, sealed, createdAt: core.world.now() }));
  return token;
}

/** Undefined: none, too old, or not opened by this token. */
export async function findKeptForm(
  core: Pick<Core, 'storage' | 'world'>,
  token: string,
): Promise<KeptForm | undefined> {
  const idHash = hashSecret(token);
  const stored = await core.storage.read.keptForm.find(idHash);
  if (!stored || stored.createdAt <= addMs(core.world.now(), -KEPT_FORM_MS)) return undefined;
  return KeptForm.parse(openKeptForm(keyOf(token), idHash, stored.sealed));
}

export async function dropKeptForm(core: Pick<Core, 'storage'>, token: string): Promise<void> {
  await core.storage.transact((tx) => tx.keptForm.drop(hashSecret(token)));
}

/** Another digest than the one the row is found by. */
function keyOf(token: string): Buffer {
  return createHash('sha256').update(`kept-form/key\n${token}`, 'utf8').digest();
}
