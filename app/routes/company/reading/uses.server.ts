import type { UseReportLine, UsesView } from '#app/screens/company/uses.tsx';
import { TOPICS } from '#schema/topic.ts';
import { portalLocal } from './portal-time.server.ts';
import { nameOf, readOpenPurposes } from './purposes.server.ts';
import { readTeam } from './team.server.ts';
import type { StaffVisit } from './visit.server.ts';

const MOST_REPORTS = 50;
/** Before a reference that the form gave itself. */
export const FORM_REFERENCE = 'form/';

/** Reports as they were told: counts and names of purposes, nobody's name. */
export async function readUses(visit: StaffVisit): Promise<UsesView> {
  const { core, company, staff, at, url, intentId } = visit;
  const { read } = core.storage;
  const titles = new Map(
    (await read.purpose.all(company.id)).map(({ purpose, version }) => [purpose.id, version.content.title]),
  );
  const mayReport = staff.roles.includes('marketer');
  const nameOfStaff = await readTeam(visit);
  const segments = mayReport ? await read.segment.ofCompany(company.id) : [];
  return {
    companyName: company.profile.name,
    reports: (await read.use.reports(company.id, MOST_REPORTS)).map(
      ({ id, reference, parts, how, reportedBy, recordedAt }): UseReportLine => ({
        id,
        reference: how === 'portal' || reference.startsWith(FORM_REFERENCE) ? null : reference,
        parts: parts.map(({ purposeId, channel, topic, count, lastAt }) => ({
          title: titles.get(purposeId) ?? {},
          channel,
          topic,
          count,
          lastAt,
        })),
        how,
        reportedBy: nameOfStaff(reportedBy),
        own: reportedBy === staff.pseudonym,
        recordedAt,
      }),
    ),
    reportingSince: await read.use.reportingSince(company.id),
    mayReport,
    maySwitch: staff.roles.includes('owner'),
    purposes: (await readOpenPurposes(visit)).map((current) => ({
      ...nameOf(current),
      channels: current.version.content.channels,
      topics: current.version.content.topics ?? TOPICS,
    })),
    segments: segments.map(({ id, name }) => ({ id, name })),
    nowLocal: portalLocal(at),
    done: doneOf(url.searchParams),
    intentId,
  };
}

function doneOf(params: URLSearchParams): UsesView['done'] {
  const number = (name: string) => Number(/^\d{1,6}$/.exec(params.get(name) ?? '')?.[0] ?? 0);
  switch (params.get('done')) {
    case 'on':
    case 'off':
      return { kind: params.get('done') === 'on' ? 'on' : 'off' };
    case 'reported':
      return {
        kind: 'reported',
        count: number('count'),
        unknown: (params.get('unknown') ?? '')
          .split('-')
          .flatMap((line) => /^\d{1,6}$/.exec(line)?.map(Number) ?? []),
        more: number('more'),
        repeated: params.has('again'),
      };
    default:
      return null;
  }
}
