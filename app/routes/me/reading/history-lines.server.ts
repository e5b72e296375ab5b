import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { HistoryLine } from '#app/screens/me/history.tsx';
import type { PurposeVersionId } from '#schema/ids.ts';
import type { RecallKind } from '#schema/recall.ts';
import { nameOf } from './find-company.server.ts';
import { readWishChanges } from './preference-changes.server.ts';
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
  const entries = await read.ledger.ofCustomer(customer.id, limit, beforeIndex);
  const confirmed = await readConfirmed(core, entries);
  const wishes = await readWishChanges({ core }, entries);
  for (const entry of entries) {
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
      confirmed: confirmed.get(index) ?? [],
      wishes: (wishes.get(index) ?? []).map(({ to }) => to),
    });
  }
  return lines;
}

/** What companies say that they did: their sentence needs more than its kind. */
async function readConfirmed(
  core: Pick<Core, 'keys'>,
  entries: readonly LedgerEntry[],
): Promise<Map<number, RecallKind[]>> {
  const said = entries.filter(({ kind }) => kind === 'recall-confirmed');
  const opened = said.length > 0 ? await openEntries(core, said) : [];
  return new Map(
    opened.flatMap(({ entry, record }) =>
      record.kind === 'recall-confirmed' ? [[entry.index, record.recalls.map(({ kind }) => kind)]] : [],
    ),
  );
}
