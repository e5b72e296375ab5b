import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readConfig } from '#app/config.server.ts';
import { addCompany } from '#app/core/company/add-company.ts';
import { releaseNotice } from '#app/core/company/release-notice.ts';
import { releasePurpose } from '#app/core/purpose/release-purpose.ts';
import { openPortal } from '#app/portal.server.ts';
import { CompanyProfile, NoticeContent } from '#schema/company.ts';
import { PurposeContent } from '#schema/purpose.ts';
import { CompanySlug, PurposeSlug } from '#schema/reserved-slug.ts';

/** A company as a file: who it is, its privacy notice and its first purposes. */
const CompanyFile = z
  .object({
    slug: CompanySlug,
    profile: CompanyProfile,
    notices: z.array(NoticeContent).min(1),
    purposes: z.array(z.object({ slug: PurposeSlug, content: PurposeContent }).strict()),
  })
  .strict();

/** `driverseat company add FILE.json` */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [path] = positionals;
  if (!path) {
    console.error('Which file? Example: driverseat company add alpenrad.json (see docs/company-file.md)');
    return 2;
  }
  const parsed = CompanyFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    console.error(`${path} does not describe a company:\n${z.prettifyError(parsed.error)}`);
    return 1;
  }
  const { slug, profile, notices, purposes } = parsed.data;
  const portal = await openPortal(readConfig());
  try {
    const { core } = portal;
    if (await core.storage.read.company.findBySlug(slug)) {
      console.error(`There is a company "${slug}" already; nothing was changed.`);
      return 1;
    }
    const company = await addCompany(core, slug, profile);
    await releaseNotice(core, company.id, notices);
    for (const [position, purpose] of purposes.entries()) {
      await releasePurpose(core, {
        companyId: company.id,
        ...purpose,
        position,
        kind: 'first',
        oldScopeUntil: null,
      });
    }
    console.log(`${profile.name} is added with ${purposes.length} purposes: /join/${slug}`);
    return 0;
  } finally {
    await portal.close();
  }
}
