import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import { findPeople } from '#app/core/relationship/find-people.ts';
import { message } from '#app/i18n/message.ts';
import { type LogLine, type LogSearchProblem, type LogView, logPath } from '#app/screens/officer/log-view.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import { dateErrors, filterOf, searchOf } from './log-search.server.ts';
import type { OfficerVisit } from './visit.server.ts';

const PAGE_SIZE = 50;

export async function readLog(visit: OfficerVisit): Promise<LogView> {
  const { core, company, url } = visit;
  const { ledger, purpose } = core.storage.read;
  const search = searchOf(url.searchParams);
  const before = url.searchParams.get('before');
  if (before !== null && !/^\d{1,15}$/.test(before)) throw notFound();
  const filter = await filterOf(visit, search);
  const found = await ledger.search({
    ...filter,
    ...(before === null ? {} : { beforeIndex: Number(before) }),
    limit: PAGE_SIZE + 1,
  });
  const shown = found.slice(0, PAGE_SIZE);
  return {
    search,
    purposes: (await purpose.all(company.id)).map(({ purpose: { slug }, version }) => ({
      slug,
      title: version.content.title,
    })),
    lines: await logLines(visit, shown),
    total: await ledger.count(filter),
    isFirstPage: before === null,
    next: found.length > PAGE_SIZE ? (shown.at(-1)?.index ?? null) : null,
  };
}

/** Turns what was typed into an address without it. */
export async function searchLog({ core, company }: OfficerVisit, form: FormData): Promise<Response> {
  const typed = searchOf(form);
  const raw = form.get('person');
  const person = typeof raw === 'string' ? raw.trim().slice(0, 200) : '';
  const people = person === '' ? [] : await findPeople(core, company.id, person);
  const errors: LogSearchProblem['errors'] = {
    ...dateErrors(typed),
    ...(person !== '' && people.length === 0 ? { person: message('officer.log.personNotFound') } : {}),
  };
  if (Object.keys(errors).length > 0) {
    const problem: LogSearchProblem = { errors, typed: { ...typed, person } };
    return json(problem, { status: 422 });
  }
  const subjects = person === '' ? typed.subjects : people.map(({ subject }) => subject);
  return seeOther(logPath({ ...typed, subjects }));
}

/** What stands in clear of these entries, with the words that belong to their ids. */
export async function logLines({ core }: OfficerVisit, entries: readonly LedgerEntry[]): Promise<LogLine[]> {
  const { relationship, purpose } = core.storage.read;
  const ids = [...new Set(entries.flatMap(({ relationshipId }) => relationshipId ?? []))];
  const subjects = new Map((await relationship.findMany(ids)).map(({ id, subject }) => [id, subject]));
  const versions = new Map(
    await Promise.all(
      [...new Set(entries.flatMap(({ versionId }) => versionId ?? []))].map(
        async (id) => [id, await purpose.version(id)] as const,
      ),
    ),
  );
  const newest = new Map(
    await Promise.all(
      [...new Set(entries.flatMap(({ purposeId }) => purposeId ?? []))].map(
        async (id) => [id, await purpose.currentVersion(id)] as const,
      ),
    ),
  );
  return entries.map(({ index, at, kind, purposeId, versionId, method, relationshipId }) => {
    const version = versionId ? versions.get(versionId) : undefined;
    const named = version ?? (purposeId ? newest.get(purposeId) : undefined);
    return {
      index,
      at,
      kind,
      purpose: named ? { title: named.content.title, version: version?.version ?? null } : null,
      method,
      subject: (relationshipId && subjects.get(relationshipId)) ?? null,
    };
  });
}
