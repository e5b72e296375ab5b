import { expect } from 'vitest';
import { saveFields } from '#app/core/profile/save-fields.ts';
import { startThread } from '#app/core/thread/start-thread.ts';
import { profileKeyId } from '#app/core/vault/places.ts';
import { type Database, tablesOf } from '#db/open-db.ts';
import type { TestCore } from '#tests/support/test-core.ts';
import { LEAVER_EMAIL, type Leaver, liveAndBeKnown } from './leaver.ts';

/** A value in every field that takes free text, none of which stands anywhere else. */
const CANARIES = {
  'given-name': 'Kanariella',
  'family-name': 'Zwitscherlein',
  street: 'Kanarienvogelweg 77',
  city: 'Piepsdorfheim',
  'postal-code': '6973',
  mobile: '+436601298347',
  'birth-date': '1987-04-23',
  'frame-number': 'KANARI98347',
  'meter-number': '9834798347',
} as const;
const SAID = 'Der Kanarienvogel singt nur im Geheimen.';

/** The bytes that must be nowhere afterwards: what was typed, what it was sealed to, and the keys to that. */
export async function bytesOf(
  database: Database,
  { customerId }: Pick<Leaver, 'customerId'>,
): Promise<Record<string, Buffer>> {
  const { writer, keys } = tablesOf(database);
  const found: Record<string, Buffer> = { 'e-mail': Buffer.from(LEAVER_EMAIL), said: Buffer.from(SAID) };
  // Between quotes, as it would stand in a profile: four digits alone are in every catalogue.
  for (const [field, value] of Object.entries(CANARIES))
    found[field] = Buffer.from(field === 'postal-code' ? JSON.stringify(value) : value);
  const blobs = await writer
    .selectFrom('vault_blob')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  for (const { field_group, sealed } of blobs) found[`sealed ${field_group}`] = sealed;
  const messages = await writer
    .selectFrom('thread_message')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  for (const [index, { sealed }] of messages.entries()) found[`sealed message ${index}`] = sealed;
  const wrapped = await keys.kysely
    .selectFrom('vault_key')
    .selectAll()
    .where('id', '=', profileKeyId(customerId))
    .execute();
  for (const key of wrapped) found['wrapped key'] = key.wrapped;
  expect(Object.keys(found).length).toBeGreaterThan(18);
  return found;
}

/** Somebody who has lived here, filled in everything and talked. */
export async function leaveTraces(it: Pick<TestCore, 'core' | 'world'>): Promise<Leaver> {
  const leaver = await liveAndBeKnown(it, 60);
  const [relationship] = leaver.relationships;
  if (!relationship) throw new Error('not connected');
  await saveFields(it.core, leaver.customerId, CANARIES);
  await startThread(it.core, {
    customerId: leaver.customerId,
    companyId: relationship.companyId,
    concern: 'question',
    title: SAID,
    text: SAID,
    wishedBy: '',
  });
  return leaver;
}
