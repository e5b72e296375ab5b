import { sql } from 'kysely';
import type { DueCounts, DueWindow } from '#app/core/consent/consent-store.ts';
import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';
import { listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';

const counts = select(
  (db, p: { purposes: string; at: string; expiringBefore: string; pendingBefore: string }) =>
    db
      .selectFrom('consent')
      .select([
        'purpose_id',
        'version_id',
        sql<number>`count(case when state = 'granted' and (expires_at is null or expires_at > ${p.at}) then 1 end)`.as(
          'granted',
        ),
        sql<number>`count(case when state = 'granted' and expires_at > ${p.at} and expires_at <= ${p.expiringBefore} then 1 end)`.as(
          'expiring',
        ),
        sql<number>`count(case when state = 'pending' and decided_at <= ${p.pendingBefore} then 1 end)`.as(
          'pending',
        ),
      ])
      .where((eb) => dialectOf(db).anyOf(eb.ref('purpose_id'), p.purposes))
      .where('state', 'in', ['granted', 'pending'])
      .groupBy(['purpose_id', 'version_id']),
);

export async function dueConsents(
  db: Reader,
  purposeIds: readonly PurposeId[],
  window: DueWindow,
): Promise<DueCounts[]> {
  const rows = await counts(db, { purposes: listParameter(purposeIds), ...window });
  return rows.flatMap(({ purpose_id, version_id, granted, expiring, pending }) =>
    version_id === null
      ? []
      : {
          purposeId: purpose_id as PurposeId,
          versionId: version_id as PurposeVersionId,
          granted: Number(granted),
          expiring: Number(expiring),
          pending: Number(pending),
        },
  );
}
