import type { DemoMail, DemoMailReader, DemoMailWriter } from '#app/core/mail/demo-mail-store.ts';
import type { Instant } from '#schema/instant.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { DemoMailRow } from '../tables/job.ts';

const byId = select((db, p: { id: string }) => db.selectFrom('demo_mail').selectAll().where('id', '=', p.id));
const newest = select((db, p: { limit: number }) =>
  db.selectFrom('demo_mail').selectAll().orderBy('sent_at', 'desc').orderBy('id').limit(p.limit),
);

export function demoMailReader(db: Reader): DemoMailReader {
  return {
    newest: async (limit) => (await newest(db, { limit })).map(toMail),
    find: async (id) => (await byId(db, { id })).map(toMail)[0],
  };
}

export function demoMailWriter(db: Writer): DemoMailWriter {
  return {
    ...demoMailReader(db),
    save: async (mail) => {
      await db
        .insertInto('demo_mail')
        .values({
          id: mail.id,
          recipient: mail.recipient,
          subject: mail.subject,
          body_text: mail.text,
          body_html: mail.html,
          sent_at: mail.sentAt,
        })
        .onConflict((on) => on.column('id').doNothing())
        .execute();
    },
    deleteOfRecipient: async (recipient) => {
      await db.deleteFrom('demo_mail').where('recipient', '=', recipient).execute();
    },
  };
}

function toMail(row: DemoMailRow): DemoMail {
  return {
    id: row.id,
    recipient: row.recipient,
    subject: row.subject,
    text: row.body_text,
    html: row.body_html,
    sentAt: row.sent_at as Instant,
  };
}
