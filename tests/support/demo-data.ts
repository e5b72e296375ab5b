import { join } from 'node:path';
import { profileValue } from '#app/core/profile/derive-value.ts';
import { realWorld } from '#app/core/shared/world.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import { loadKekFile } from '#app/core/vault/kek-file.ts';
import { keyEncryption } from '#app/core/vault/key-encryption.ts';
import { createKeyring } from '#app/core/vault/keyring.ts';
import { openDatabase } from '#db/open-db.ts';
import type { Channel } from '#schema/channel.ts';
import type { FieldId, FieldValue } from '#schema/field.ts';
import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { TOPICS } from '#schema/topic.ts';

export interface PermittedNow {
  readonly subject: SubjectId;
  readonly since: Instant;
  readonly channels: readonly Channel[];
  readonly values: Readonly<Partial<Record<FieldId, FieldValue>>>;
}

export interface DemoData {
  /** Who permits a purpose now and what of it, in the order of a list. */
  permitted(company: string, purpose: string): Promise<PermittedNow[]>;
  close(): Promise<void>;
}

/** Where a message on its way goes to. */
const LEADS_TO: Partial<Record<Channel, readonly FieldId[]>> = {
  email: ['email'],
  sms: ['mobile'],
  phone: ['mobile', 'landline'],
  post: ['street'],
};

/** The data of a running server, beside it: what a page or a file ought to hold. */
export async function openDemoData(dataDir: string): Promise<DemoData> {
  const { storage, keyStore, close } = await openDatabase({
    url: `sqlite:${join(dataDir, 'driverseat.sqlite')}`,
  });
  const keks = loadKekFile(join(dataDir, 'keys', 'kek.key'), true);
  const keys = createKeyring(keyStore, keyEncryption(keks), realWorld);
  const { read } = storage;
  return {
    close,
    permitted: async (companySlug, purposeSlug) => {
      const company = await read.company.findBySlug(companySlug);
      const purpose = company && (await read.purpose.findBySlug(company.id, purposeSlug));
      if (!company || !purpose) throw new Error(`no ${purposeSlug} of ${companySlug}`);
      const at = realWorld.now();
      const people = await read.people.page(
        { companyId: company.id, purposeId: purpose.id, at },
        null,
        1_000,
      );
      const contacts = await read.people.contactFacts(
        people.map(({ customerId }) => customerId),
        company.id,
      );
      return Promise.all(
        people.map(async ({ subject, since, customerId, fields, asked, channels, topics }) => {
          const own = await readOwn({ storage, keys }, customerId);
          const contact = contacts.get(customerId);
          const values: Partial<Record<FieldId, FieldValue>> = {};
          for (const field of fields) {
            const value = profileValue(field, own);
            if (value !== undefined) values[field] = value;
          }
          const proved = (channel: Channel) =>
            !['email', 'sms', 'phone'].includes(channel) || contact?.verified.includes(channel);
          const about = topics ?? TOPICS;
          const silent = about.every((topic) => contact?.topicsOff.includes(topic));
          const leads = (channel: Channel) => {
            const wanted = (LEADS_TO[channel] ?? []).filter((field) => asked.includes(field));
            return wanted.length === 0 || wanted.some((field) => fields.includes(field));
          };
          const open = channels.filter(
            (channel) =>
              leads(channel) && !silent && proved(channel) && !contact?.channelsOff.includes(channel),
          );
          return { subject, since, channels: open, values };
        }),
      );
    },
  };
}
