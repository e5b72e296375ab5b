import type { HistoryLine } from '#app/screens/me/history.tsx';
import type { PurposeVersionId } from '#schema/ids.ts';
import { nameOf } from './find-company.server.ts';
import type { Visit } from './visit.server.ts';

/** What was decided and what happened, newest first, over running and ended relationships. */
export async function readHistory(
  { core, customer }: Visit,
  limit: number,
  beforeIndex?: number,
): Promise<HistoryLine[]> {
  const { read } = core.storage;
  const companies = new Map((await read.company.all()).map((company) => [company.id, company]));
  const versions = new Map<PurposeVersionId, HistoryLine['purpose']>();
  const lines: HistoryLine[] = [];
  for (const entry of await read.ledger.ofCustomer(customer.id, limit, beforeIndex)) {
    const { index, at, kind, companyId, versionId, method } = entry;
    if (versionId && !versions.has(versionId)) {
      const version = await read.purpose.version(versionId);
      versions.set(versionId, version ? { title: version.content.title, version: version.version } : null);
    }
    const company = companyId && companies.get(companyId);
    lines.push({
      index,
      at,
      kind,
      company: company ? nameOf(company) : null,
      purpose: (versionId && versions.get(versionId)) ?? null,
      method,
    });
  }
  return lines;
}
