import { sql } from 'kysely';
import type { DueCounts, DueWindow } from '#app/core/consent/consent-store.ts';
import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';
import { listParameter } from '../columns.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';

/** Granted and pending answers have an index each, so the two are counted apart. */
const running = select((db, p: { purposes: string; at: string; expiringBefore: string }) =>
  db
    .selectFrom('consent')
    .select([
      'purpose_id',
      'version_id',
      sql<number>`count(*)`.as('granted'),
      sql<number>`count(case when expires_at <= ${p.expiringBefore} then 1 end)`.as('expiring'),
    ])
    .where((eb) => dialectOf(db).anyOf(eb.ref('purpose_id'), p.purposes))
    .where(sql.ref('state'), '=', sql.lit('granted'))
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', p.at)]))
    .groupBy(['purpose_id', 'version_id']),
);
const waiting = select((db, p: { purposes: string; pendingBefore: string }) =>
  db
    .selectFrom('consent')
    .select(['purpose_id', 'version_id', sql<number>`count(*)`.as('pending')])
    .where((eb) => dialectOf(db).anyOf(eb.ref('purpose_id'), p.purposes))
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .where('decided_at', '<=', p.pendingBefore)
    .groupBy(['purpose_id', 'version_id']),
);

export async function dueConsents(
  db: Reader,
  purposeIds: readonly PurposeId[],
  { at, expiringBefore, pendingBefore }: DueWindow,
): Promise<DueCounts[]> {
  const purposes = listParameter(purposeIds);
  const counts = new Map<string, DueCounts>();
  const add = (purposeId: string, versionId: string | null, part: Partial<DueCounts>): void => {
    if (versionId === null) return;
    const none = { granted: 0, expiring: 0, pending: 0 };
    const ids = { purposeId: purposeId as PurposeId, versionId: versionId as PurposeVersionId };
    counts.set(versionId, { ...none, ...counts.get(versionId), ...ids, ...part });
  };
  for (const { purpose_id, version_id, granted, expiring } of await running(db, {
    purposes,
    at,
    expiringBefore,
  })) {
    add(purpose_id, version_id, { granted, expiring });
  }
  for (const { purpose_id, version_id, pending } of await waiting(db, { purposes, pendingBefore })) {
    add(purpose_id, version_id, { pending });
  }
  return [...counts.values()];
}
