import { notFound } from '#app/auth/require.ts';
import type { ConfirmedJoin, LeftAnswer } from '#app/core/relationship/confirm-join.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { JoinedView } from '#app/screens/join/joined.tsx';
import { findCompany, readCompanyCase } from '../../me/reading/find-company.server.ts';
import { linesOf } from '../../me/reading/lines.server.ts';
import type { Visit } from '../../me/reading/visit.server.ts';

/** Where the page names the purposes that were not taken over. */
const QUERY: Readonly<Record<LeftAnswer['why'], string>> = { 'asked-anew': 'changed', 'no-since': 'kept' };

/** The page that says what holds after the button. */
export async function joinedPath(
  { storage }: Pick<Core, 'storage'>,
  { companyId, left }: Pick<ConfirmedJoin, 'companyId' | 'left'>,
): Promise<string> {
  const { read } = storage;
  const company = await read.company.find(companyId);
  const query = new URLSearchParams();
  for (const { purposeId, why } of left) {
    const purpose = await read.purpose.find(purposeId);
    if (purpose) query.append(QUERY[why], purpose.slug);
  }
  const path = company ? `/me/joined/${company.slug}` : '/me';
  return query.size > 0 ? `${path}?${query}` : path;
}

/** @throws Response 404 when there is no such company or no relationship with it */
export async function readJoinedView(visit: Visit, slug: string | undefined): Promise<JoinedView> {
  const found = await readCompanyCase(visit, await findCompany(visit, slug));
  const { company, relationship, standings } = found;
  if (!relationship) throw notFound();
  const decidable = standings.filter(
    ({ purpose: { basis } }) => basis === 'consent' || basis === 'objection',
  );
  const lines = linesOf({ company, relationship, standings: decidable }, visit.at);
  const named = (why: LeftAnswer['why']) => {
    const slugs = visit.url.searchParams.getAll(QUERY[why]);
    return lines.purposes.filter((line) => slugs.includes(line.slug));
  };
  const decided = standings.flatMap(({ standing }) => standing.decidedAt ?? []);
  const confirmedAt = decided.reduce((last, at) => (at > last ? at : last), relationship.createdAt);
  return { company: lines, confirmedAt, changed: named('asked-anew'), noSince: named('no-since') };
}
