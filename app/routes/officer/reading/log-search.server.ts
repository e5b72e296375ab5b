import { notFound } from '#app/auth/require.ts';
import type { LogFilter } from '#app/core/ledger/ledger-store.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { message } from '#app/i18n/message.ts';
import type { LogSearch, LogSearchProblem } from '#app/screens/officer/log-view.ts';
import { DecisionMethod } from '#schema/consent.ts';
import { SubjectId } from '#schema/ids.ts';
import { LedgerKind } from '#schema/ledger.ts';
import { portalDay } from './portal-days.server.ts';
import type { OfficerVisit } from './visit.server.ts';

const SUBJECTS_MAX = 20;

/** A search from the address of the page or from its form: unknown words are no filter. */
export function searchOf(from: { get(name: string): unknown; getAll(name: string): unknown[] }): LogSearch {
  const word = (name: string): string => {
    const value = from.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 100) : '';
  };
  return {
    subjects: from
      .getAll('subject')
      .slice(0, SUBJECTS_MAX)
      .flatMap((raw) => SubjectId.safeParse(raw).data ?? []),
    purpose: word('purpose'),
    kind: LedgerKind.safeParse(word('kind')).data ?? '',
    method: DecisionMethod.safeParse(word('method')).data ?? '',
    from: word('from'),
    until: word('until'),
  };
}

/** What does not fit into a search, beside its field. */
export function dateErrors({ from, until }: LogSearch): LogSearchProblem['errors'] {
  const [first, last] = [from && portalDay(from), until && portalDay(until)];
  return {
    ...(from && !first ? { from: message('error.form.date') } : {}),
    ...(until && !last
      ? { until: message('error.form.date') }
      : first && last && last.start < first.start
        ? { until: message('error.form.dateOrder') }
        : {}),
  };
}

/** @throws Response 404 for a person or a purpose that is not this company's, as for one that does not exist */
export async function filterOf(
  { core, company }: OfficerVisit,
  search: LogSearch,
): Promise<Omit<LogFilter, 'limit'>> {
  const { read } = core.storage;
  const relationships = await Promise.all(
    search.subjects.map((subject) => read.relationship.findBySubject(company.id, subject)),
  );
  if (relationships.includes(undefined)) throw notFound();
  const purpose = search.purpose ? await read.purpose.findBySlug(company.id, search.purpose) : undefined;
  if (search.purpose && !purpose) throw notFound();
  const people = relationships.filter((found): found is Relationship => found !== undefined);
  return {
    companyId: company.id,
    ...(people.length > 0 ? { relationshipIds: people.map(({ id }) => id) } : {}),
    ...(purpose ? { purposeId: purpose.id } : {}),
    ...(search.kind ? { kinds: [search.kind] } : {}),
    ...(search.method ? { method: search.method } : {}),
    from: portalDay(search.from)?.start,
    until: portalDay(search.until)?.end,
  };
}
