import { instantOf } from '#schema/instant.ts';
import { COMPANY_SLUGS } from '../content/companies.ts';
import { COMPANY_FIELDS } from '../content/company-fields.ts';
import { NOTICES } from '../content/notices.ts';
import { FIRST_RELEASE_MONTHS_AGO } from '../content/planned-purpose.ts';
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
  // Two days before the purposes that name them.
  const fieldsMs = monthsBefore(nowMs, FIRST_RELEASE_MONTHS_AGO) - 2 * DAY_MS;
  const fields = COMPANY_FIELDS.flatMap(({ company, slug, released: isReleased }): PlannedAct[] => {
    const proposedMs = isReleased ? fieldsMs : nowMs - 3 * DAY_MS;
    const define: PlannedAct = {
      kind: 'define-field',
      at: instantOf(proposedMs),
      staff: `marketer-${company}`,
      company,
      field: slug,
    };
    const release: PlannedAct = {
      ...define,
      kind: 'release-field',
      at: instantOf(proposedMs + DAY_MS),
      staff: `owner-${company}`,
    };
    return isReleased ? [define, release] : [define];
  });
  return [...notices, ...fields, ...releases, ...segments];
}

/** From here on every saved segment exists. */
export function segmentsReadyMs({ startMs }: PlanCalendar): number {
  return startMs + FIRST_SEGMENT_AFTER_MS + DAY_MS;
}
