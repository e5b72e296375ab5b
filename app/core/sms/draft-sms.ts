import * as z from 'zod';
import { Language } from '#schema/language.ts';
import type { Job } from '../job/job-store.ts';
import type { Core } from '../shared/core.ts';
import { jobPlace } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';

export const SMS_JOB = 'sms';

/** What the queue holds in clear: no number, no code. */
export const SmsOrder = z
  .object({
    /** Principal. */
    to: z.string(),
    language: Language,
    /** After this instant the message is worth nothing and is not sent. */
    goodUntil: z.string(),
  })
  .strict();
export type SmsOrder = z.infer<typeof SmsOrder>;

/** Sealed until sent. The number stands here too: a later one must not get the code of an earlier one. */
export const SmsSecret = z.object({ number: z.string(), code: z.string() }).strict();
export type SmsSecret = z.infer<typeof SmsSecret>;

/** A text message to insert into the transaction of the deed it speaks of. */
export async function draftSms(
  core: Pick<Core, 'keys' | 'world'>,
  order: SmsOrder,
  keyId: string,
  secret: SmsSecret,
): Promise<Omit<Job, 'attempts'>> {
  const id = core.world.newId();
  const sealed = sealJson(await core.keys.get(keyId), jobPlace(id), secret);
  return { id, kind: SMS_JOB, payload: JSON.stringify(order), sealed, keyId, runAt: core.world.now() };
}
