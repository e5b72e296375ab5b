import type {
  PlannedContact,
  PlannedContactReader,
  PlannedContactWriter,
} from '#app/core/planned-contact/planned-contact-store.ts';
import { Channel } from '#schema/channel.ts';
import type { CompanyId, PlannedContactId, PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { Topic } from '#schema/topic.ts';
import { textColumn } from '../columns.ts';
import type { Reader, Writer } from '../connections.ts';
import { select } from '../statement.ts';
import type { PlannedContactRow } from '../tables/use.ts';

const one = select((db, p: { companyId: string; id: string }) =>
  db.selectFrom('planned_contact').selectAll().where('id', '=', p.id).where('company_id', '=', p.companyId),
);
const following = select((db, p: { companyId: string; since: string; limit: number }) =>
  db
    .selectFrom('planned_contact')
    .selectAll()
    .where('company_id', '=', p.companyId)
    .where('at', '>=', p.since)
    .where('cancelled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(p.limit),
);

export function plannedContactReader(db: Reader): PlannedContactReader {
  return {
    find: async (companyId, id) => (await one(db, { companyId, id })).map(toPlanned)[0],
    next: async (companyId, since, limit) =>
      (await following(db, { companyId, since, limit })).map(toPlanned),
  };
}

export function plannedContactWriter(db: Writer): PlannedContactWriter {
  return {
    ...plannedContactReader(db),
    insert: async (planned) => {
      await db
        .insertInto('planned_contact')
        .values({
          id: planned.id,
          company_id: planned.companyId,
          purpose_id: planned.purposeId,
          title: textColumn.write(planned.title),
          channel: planned.channel,
          topic: planned.topic,
          at: planned.at,
          created_by: planned.createdBy,
          created_at: planned.createdAt,
          cancelled_at: planned.cancelledAt,
        })
        .execute();
    },
    cancel: async (companyId, id, at) => {
      await db
        .updateTable('planned_contact')
        .set({ cancelled_at: at })
        .where('id', '=', id)
        .where('company_id', '=', companyId)
        .where('cancelled_at', 'is', null)
        .execute();
    },
  };
}

function toPlanned(row: PlannedContactRow): PlannedContact {
  return {
    id: row.id as PlannedContactId,
    companyId: row.company_id as CompanyId,
    purposeId: row.purpose_id as PurposeId,
    title: textColumn.read(row.title),
    channel: Channel.parse(row.channel),
    topic: Topic.parse(row.topic),
    at: row.at as Instant,
    createdBy: row.created_by,
    createdAt: row.created_at as Instant,
    cancelledAt: row.cancelled_at as Instant | null,
  };
}
