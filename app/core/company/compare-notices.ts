import { createHash } from 'node:crypto';
import type { CompanyId } from '#schema/ids.ts';
import { canonicalJson } from '../ledger/jcs.ts';
import type { OwnedFault } from '../ledger/log-fault.ts';
import type { Readers } from '../shared/storage.ts';

/** Hashes of released notices by `<language>-<version>`, for each company; the portal's own under null. */
export type LoggedNotices = ReadonlyMap<string | null, ReadonlyMap<string, string>>;

/** Privacy notices as they stand against what was entered when they were released; each fault with its company. */
export async function compareNotices(
  read: Pick<Readers, 'company'>,
  logged: LoggedNotices,
): Promise<OwnedFault<CompanyId | null>[]> {
  const faults: OwnedFault<CompanyId | null>[] = [];
  const companies = await read.company.all();
  const owners: [CompanyId | null, string][] = [[null, 'portal'], ...companies.map(named)];
  for (const [id, slug] of owners) {
    const hashes = new Map(logged.get(id));
    for (const { content, version, textHash } of await read.company.notices(id)) {
      const name = `${content.language}-${version}`;
      const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
      if (hash !== textHash || hashes.get(name) !== hash)
        faults.push(faultOf(id, `${slug}/${name}`, 'is not the text that was released'));
      hashes.delete(name);
    }
    for (const name of hashes.keys())
      faults.push(faultOf(id, `${slug}/${name}`, 'is in the log but not in the table'));
  }
  return faults;
}

function faultOf(owner: CompanyId | null, name: string, detail: string): OwnedFault<CompanyId | null> {
  return { owner, code: 'notice-mismatch', at: `notice ${name}`, detail };
}

function named({ id, slug }: { readonly id: CompanyId; readonly slug: string }): [CompanyId, string] {
  return [id, slug];
}
