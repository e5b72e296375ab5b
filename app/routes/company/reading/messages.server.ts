import type { Core } from '#app/core/shared/core.ts';
import type { Thread } from '#app/core/thread/thread.ts';
import type { CompanyMessagesView, CompanyThreadLine } from '#app/screens/company/messages.tsx';
import type { Instant } from '#schema/instant.ts';
import { pageEndOf, pageEndText } from '../../me/reading/page-end.server.ts';
import { readThreadLines } from '../../me/reading/thread-view.server.ts';
import type { StaffVisit } from './visit.server.ts';

const PAGE = 50;
/** More at once nobody works off; the rest moves up as these are answered. */
const WAITING = 200;

export async function readCompanyMessages(visit: StaffVisit): Promise<CompanyMessagesView> {
  const { core, company, at, url } = visit;
  const { thread } = core.storage.read;
  const before = pageEndOf(url.searchParams.get('before'));
  const found = await thread.settled(company.id, PAGE + 1, before);
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    companyName: company.profile.name,
    waitingCount: await thread.countWaiting(company.id),
    waiting: before ? [] : await companyLines(core, await thread.waiting(company.id, WAITING), at),
    settled: await companyLines(core, shown, at),
    next: last ? `/company/messages?before=${pageEndText({ at: last.lastAt, id: last.id })}` : null,
    isFirstPage: before === undefined,
  };
}

/** With the id under which the company knows the person; where the relationship has ended there is nothing. */
export async function companyLines(
  core: Pick<Core, 'storage' | 'keys'>,
  threads: readonly Thread[],
  at: Instant,
): Promise<CompanyThreadLine[]> {
  const lines: CompanyThreadLine[] = [];
  for (const { companyId: _, relationshipId, ...line } of await readThreadLines(
    core,
    threads,
    at,
    'company',
  )) {
    const relationship = await core.storage.read.relationship.find(relationshipId);
    if (relationship && relationship.endedAt === null) lines.push({ ...line, subject: relationship.subject });
  }
  return lines;
}
