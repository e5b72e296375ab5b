import type { MailRefusalReader, MailRefusalWriter } from '#app/core/mail/mail-refusal-store.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';

const one = select((db, p: { customerId: string }) =>
  db.selectFrom('mail_refusal').select('refused_at').where('customer_id', '=', p.customerId),
);

export function mailRefusalReader(db: Reader): MailRefusalReader {
  return {
    since: async (customerId) => (await one(db, { customerId }))[0]?.refused_at as Instant | undefined,
  };
}

export function mailRefusalWriter(db: Writer): MailRefusalWriter {
  return {
    ...mailRefusalReader(db),
    note: async (customerId, at) => {
      const row = { customer_id: customerId, refused_at: at };
      await db
        .insertInto('mail_refusal')
        .values(row)
        .onConflict((on) => on.column('customer_id').doNothing())
        .execute();
    },
    clear: async (customerId) => {
      await db.deleteFrom('mail_refusal').where('customer_id', '=', customerId).execute();
    },
  };
}
