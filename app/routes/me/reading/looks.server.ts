import type { Company } from '#app/core/company/company.ts';
import type { Look } from '#app/core/disclosure/disclosure-store.ts';
import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import { openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { LookLine } from '#app/screens/me/look-list.tsx';
import type { CompanyId, CustomerId, PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

interface LookQuery {
  readonly companyId?: CompanyId | undefined;
  readonly before?: Instant | undefined;
  readonly limit: number;
}

/** Who looked, newest first: disclosures and openings of the evidence alike. */
export async function readLooks(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  query: LookQuery,
): Promise<LookLine[]> {
  const { read } = core.storage;
  const companies = new Map((await read.company.all()).map((company) => [company.id, company]));
  const looks = await read.disclosure.looksOfCustomer(customerId, query);
  const opened = await findOpenings(core, customerId, query);
  const lines = [
    ...(await Promise.all(looks.map((look) => lineOfLook(core, companies, look)))),
    ...(await linesOfOpenings(core, companies, opened)),
  ];
  return lines
    .filter((line) => line !== undefined)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, query.limit);
}

/** The officer's openings of this customer's records; they belong to the relationship. */
export async function findOpenings(
  core: Pick<Core, 'storage'>,
  customerId: CustomerId,
  {
    companyId,
    before,
    since,
    limit,
  }: Partial<LookQuery> & { readonly since?: Instant; readonly limit: number },
): Promise<LedgerEntry[]> {
  const { read } = core.storage;
  const found: LedgerEntry[] = [];
  for (const relationship of await read.relationship.allOfCustomer(customerId)) {
    if (companyId && relationship.companyId !== companyId) continue;
    found.push(
      ...(await read.ledger.search({
        companyId: relationship.companyId,
        relationshipIds: [relationship.id],
        kinds: ['evidence-opened'],
        from: since,
        until: before,
        limit,
      })),
    );
  }
  return found;
}

type Companies = ReadonlyMap<CompanyId, Company>;

async function lineOfLook(
  core: Pick<Core, 'storage'>,
  companies: Companies,
  look: Look,
): Promise<LookLine | undefined> {
  const company = companies.get(look.companyId);
  if (!company) return undefined;
  return {
    key: look.disclosureId,
    at: look.at,
    company: { slug: company.slug, name: company.profile.name },
    role: look.role,
    how: look.how,
    fields: look.fields,
    purpose: look.purposeId && (await purposeName(core, look.purposeId)),
    reason: look.reason,
  };
}

async function linesOfOpenings(
  core: Pick<Core, 'keys'>,
  companies: Companies,
  entries: readonly LedgerEntry[],
): Promise<LookLine[]> {
  return (await openEntries(core, entries)).flatMap(({ entry, record }) => {
    const company = entry.companyId && companies.get(entry.companyId);
    if (!company || record.kind !== 'evidence-opened') return [];
    return {
      key: `entry-${entry.index}`,
      at: entry.at,
      company: { slug: company.slug, name: company.profile.name },
      role: 'officer' as const,
      how: 'evidence' as const,
      fields: [],
      purpose: null,
      reason: record.reason,
    };
  });
}

async function purposeName(core: Pick<Core, 'storage'>, purposeId: PurposeId): Promise<LookLine['purpose']> {
  const { read } = core.storage;
  const purpose = await read.purpose.find(purposeId);
  const version = purpose && (await read.purpose.currentVersion(purposeId));
  return purpose && version ? { slug: purpose.slug, title: version.content.title } : null;
}
