import { createHash } from 'node:crypto';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { canonicalJson } from '../ledger/jcs.ts';
import type { ReportFault } from '../ledger/log-fault.ts';
import type { Readers } from '../shared/storage.ts';

/** Hashes of released notices by `<language>-<version>`, for each company; the portal's own under null. */
export type LoggedNotices = ReadonlyMap<string | null, ReadonlyMap<string, string>>;

/** Privacy notices as they stand against what was entered when they were released. */
export async function compareNotices(
  read: Pick<Readers, 'company'>,
  logged: LoggedNotices,
  until: Instant,
  report: ReportFault,
): Promise<void> {
  const companies = await read.company.all();
  const owners: [CompanyId | null, string][] = [[null, 'portal'], ...companies.map(named)];
  for (const [id, slug] of owners) {
    const hashes = new Map(logged.get(id));
    for (const { content, version, textHash, releasedAt } of await read.company.notices(id)) {
      if (releasedAt > until) continue;
      const name = `${content.language}-${version}`;
      const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
      if (hash !== textHash || hashes.get(name) !== hash)
        report('notice-mismatch', `notice ${slug}/${name}`, 'is not the text that was released');
      hashes.delete(name);
    }
    for (const name of hashes.keys())
      report('notice-mismatch', `notice ${slug}/${name}`, 'is in the log but not in the table');
  }
}

function named({ id, slug }: { readonly id: CompanyId; readonly slug: string }): [CompanyId, string] {
  return [id, slug];
}
