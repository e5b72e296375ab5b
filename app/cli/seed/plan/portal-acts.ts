import { instantOf } from '#schema/instant.ts';
import { COMPANY_SLUGS } from '../content/companies.ts';
import { NOTICES } from '../content/notices.ts';
import { PURPOSES } from '../content/purposes.ts';
import { SEGMENTS } from '../content/segments.ts';
import { DAY_MS, MINUTE_MS, monthsBefore, type PlanCalendar } from './calendar.ts';
import type { PlannedAct } from './planned-act.ts';
import { oldScopeUntil } from './versions.ts';

const FIRST_SEGMENT_AFTER_MS = 40 * DAY_MS;

/** Notices, versions and saved segments, at their instants; not in order. */
export function portalActs({ nowMs, startMs }: PlanCalendar): PlannedAct[] {
  const released = (monthsAgo: number) => instantOf(monthsBefore(nowMs, monthsAgo));
  const notices = NOTICES.map(
    ({ company, version, releasedMonthsAgo }): PlannedAct => ({
      kind: 'release-notice',
      at: released(releasedMonthsAgo),
      company,
      version,
    }),
  );
  const releases = COMPANY_SLUGS.flatMap((company) =>
    PURPOSES[company].flatMap(({ slug, versions }) =>
      versions.map(
        (version, index): PlannedAct => ({
          kind: 'release',
          at: released(version.releasedMonthsAgo),
          company,
          purpose: slug,
          version: index + 1,
          releaseKind: version.kind,
          oldScopeUntil: version.kind === 'change' ? instantOf(oldScopeUntil(version, nowMs)) : null,
        }),
      ),
    ),
  );
  const segments = SEGMENTS.map(
    ({ slug, company }, index): PlannedAct => ({
      kind: 'save-segment',
      at: instantOf(startMs + FIRST_SEGMENT_AFTER_MS + index * 17 * MINUTE_MS),
      staff: `marketer-${company}`,
      company,
      segment: slug,
    }),
  );
  return [...notices, ...releases, ...segments];
}

/** From here on every saved segment exists. */
export function segmentsReadyMs({ startMs }: PlanCalendar): number {
  return startMs + FIRST_SEGMENT_AFTER_MS + DAY_MS;
}
