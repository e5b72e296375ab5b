import { notFound } from '#app/auth/require.ts';
import type { Disclosure } from '#app/core/disclosure/disclosure-store.ts';
import type { OfficerLook } from '#app/screens/officer/look-table.tsx';
import type { LooksView } from '#app/screens/officer/looks.tsx';
import type { OfficerVisit } from './visit.server.ts';

const PAGE_SIZE = 50;

/** @throws Response 404 for a place in the log that is no number */
export async function readLooksPage(visit: OfficerVisit): Promise<LooksView> {
  const { core, company, at, url } = visit;
  const { disclosure } = core.storage.read;
  const before = url.searchParams.get('before');
  if (before !== null && !/^\d{1,15}$/.test(before)) throw notFound();
  const from = before === null ? undefined : Number(before);
  const found = await disclosure.ofCompany(company.id, PAGE_SIZE + 1, from);
  const shown = found.slice(0, PAGE_SIZE);
  return {
    at,
    companyName: company.profile.name,
    total: await disclosure.countOfCompany(company.id),
    looks: await lookLines(visit, shown),
    isFirstPage: before === null,
    next: found.length > PAGE_SIZE ? (shown.at(-1)?.ledgerIndex ?? null) : null,
  };
}

export async function readLastLooks(visit: OfficerVisit, limit: number): Promise<OfficerLook[]> {
  const { core, company } = visit;
  return lookLines(visit, await core.storage.read.disclosure.ofCompany(company.id, limit));
}

/** Who looked is told by pseudonym: a record of the log names nobody. */
async function lookLines(
  { core, company }: OfficerVisit,
  looks: readonly Disclosure[],
): Promise<OfficerLook[]> {
  const { staff, purpose } = core.storage.read;
  const pseudonyms = new Map((await staff.ofCompany(company.id)).map((one) => [one.id, one.pseudonym]));
  const titles = new Map(
    (await purpose.all(company.id)).map(({ purpose: { id }, version }) => [id, version.content.title]),
  );
  return looks.map(
    ({ ledgerIndex, at, staffId, role, purposeId, version, how, fields, count, reason }): OfficerLook => {
      const title = purposeId && titles.get(purposeId);
      return {
        index: ledgerIndex,
        at,
        pseudonym: pseudonyms.get(staffId) ?? null,
        role,
        purpose: title ? { title, version } : null,
        how,
        fields,
        count,
        reason,
      };
    },
  );
}
