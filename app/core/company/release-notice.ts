import { createHash } from 'node:crypto';
import { NoticeContent } from '#schema/company.ts';
import type { CompanyId, NoticeId } from '#schema/ids.ts';
import { canonicalJson } from '../ledger/jcs.ts';
import type { Core } from '../shared/core.ts';
import type { PrivacyNotice } from './company.ts';

/** Releases the next version of a privacy notice in all its languages at once. `companyId` null: the portal's own. */
export function releaseNotice(
  core: Pick<Core, 'sequencer' | 'world'>,
  companyId: CompanyId | null,
  contents: readonly NoticeContent[],
): Promise<PrivacyNotice[]> {
  return core.sequencer.submit(async ({ tx, at, append }) => {
    const notices: PrivacyNotice[] = [];
    for (const raw of contents) {
      const content = NoticeContent.parse(raw);
      const before = await tx.company.currentNotice(companyId, content.language);
      const same = before?.content.language === content.language ? before : undefined;
      const notice: PrivacyNotice = {
        id: core.world.newId() as NoticeId,
        companyId,
        version: (same?.version ?? 0) + 1,
        content,
        textHash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
        releasedAt: at,
      };
      await tx.company.insertNotice(notice);
      notices.push(notice);
    }
    append({
      companyId,
      relationship: null,
      body: {
        kind: 'notice-released',
        facts: Object.fromEntries(
          notices.map(({ content, version, textHash }) => [`${content.language}-${version}`, textHash]),
        ),
      },
    });
    return notices;
  });
}
