import { sql } from 'kysely';
import type { DueCounts, DueList, DuePerson, DueWindow } from '#app/core/consent/consent-store.ts';
import type { PurposeId, PurposeVersionId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
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
      sql<number>`count(case when usable_from is null or usable_from > ${p.at} then 1 end)`.as('resting'),
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

const runningPeople = select(
  (db, p: { purposeId: string; versionId: string; at: string; before: string; limit: number }) =>
    db
      .selectFrom('consent')
      .select(['subject', 'decided_at', 'expires_at'])
      .where('purpose_id', '=', p.purposeId)
      .where(sql.ref('state'), '=', sql.lit('granted'))
      .where('version_id', '=', p.versionId)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', p.at)]))
      // Terms without an end come last on both engines, and not at all before an instant.
      .where(sql<string>`coalesce(expires_at, '9999')`, '<=', p.before)
      .orderBy(sql`coalesce(expires_at, '9999')`)
      .orderBy('subject')
      .limit(p.limit),
);
const waitingPeople = select(
  (db, p: { purposeId: string; versionId: string; before: string; limit: number }) =>
    db
      .selectFrom('consent')
      .select(['subject', 'decided_at', 'expires_at'])
      .where('purpose_id', '=', p.purposeId)
      .where(sql.ref('state'), '=', sql.lit('pending'))
      .where('version_id', '=', p.versionId)
      .where('decided_at', '<=', p.before)
      .orderBy('decided_at')
      .orderBy('subject')
      .limit(p.limit),
);

export async function duePeople(db: Reader, list: DueList): Promise<DuePerson[]> {
  const { purposeId, versionId, what, at, limit } = list;
  const of = { purposeId, versionId, limit };
  const rows =
    what === 'pending'
      ? await waitingPeople(db, { ...of, before: list.pendingBefore })
      : await runningPeople(db, { ...of, at, before: what === 'expiring' ? list.expiringBefore : '9999' });
  return rows.map(({ subject, decided_at, expires_at }) => ({
    subject: subject as SubjectId,
    decidedAt: (decided_at ?? at) as Instant,
    expiresAt: expires_at as Instant | null,
  }));
}

export async function dueConsents(
  db: Reader,
  purposeIds: readonly PurposeId[],
  { at, expiringBefore, pendingBefore }: DueWindow,
): Promise<DueCounts[]> {
  const purposes = listParameter(purposeIds);
  const counts = new Map<string, DueCounts>();
  const add = (purposeId: string, versionId: string | null, part: Partial<DueCounts>): void => {
    if (versionId === null) return;
    const none = { granted: 0, resting: 0, expiring: 0, pending: 0 };
    const ids = { purposeId: purposeId as PurposeId, versionId: versionId as PurposeVersionId };
    counts.set(versionId, { ...none, ...counts.get(versionId), ...ids, ...part });
  };
  for (const { purpose_id, version_id, granted, resting, expiring } of await running(db, {
    purposes,
    at,
    expiringBefore,
  })) {
    add(purpose_id, version_id, { granted, resting, expiring });
  }
  for (const { purpose_id, version_id, pending } of await waiting(db, { purposes, pendingBefore })) {
    add(purpose_id, version_id, { pending });
  }
  return [...counts.values()];
}
