import { releaseNotice } from '#app/core/company/release-notice.ts';
import { defineField, releaseField } from '#app/core/company-field/define-field.ts';
import { releasePurpose } from '#app/core/purpose/release-purpose.ts';
import { saveSegment } from '#app/core/segment/save-segment.ts';
import type { Slug } from '#schema/ids.ts';
import { Language } from '#schema/language.ts';
import type { CompanySlug } from './content/companies.ts';
import { COMPANY_FIELDS } from './content/company-fields.ts';
import { NOTICES } from './content/notices.ts';
import { PURPOSES } from './content/purposes.ts';
import { SEGMENTS } from './content/segments.ts';
import type { PortalAct } from './plan/planned-act.ts';
import { type ReplayContext, releaseOf, staffNamed } from './replay-context.ts';

/** Notices, purposes and segments. A release is awaited: later acts name its ids. */
export async function replayPortal(replay: ReplayContext, act: PortalAct): Promise<void> {
  const { core, cast, releases } = replay;
  switch (act.kind) {
    case 'release-notice': {
      const notice = NOTICES.find(
        ({ company, version }) => company === act.company && version === act.version,
      );
      const contents = Language.options.flatMap((language) => (notice ? [notice.contents[language]] : []));
      await releaseNotice(core, act.company && cast.companies[act.company].id, contents);
      return;
    }
    case 'release': {
      const position = PURPOSES[act.company].findIndex(({ slug }) => slug === act.purpose);
      const content = PURPOSES[act.company][position]?.versions[act.version - 1]?.content;
      if (!content) throw new Error(`no content for ${act.company}/${act.purpose}/${act.version}`);
      const version = await releasePurpose(core, {
        companyId: cast.companies[act.company].id,
        slug: act.purpose as Slug,
        position,
        content,
        kind: act.releaseKind,
        oldScopeUntil: act.oldScopeUntil,
      });
      releases.set(`${act.company}/${act.purpose}/${act.version}`, {
        purposeId: version.purposeId,
        versionId: version.id,
      });
      return;
    }
    case 'define-field': {
      const planned = fieldNamed(act.company, act.field);
      const { id, content } = planned;
      await defineField(core, staffNamed(replay, act.staff), { id, slug: act.field as Slug, content });
      return;
    }
    case 'release-field':
      await releaseField(core, staffNamed(replay, act.staff), fieldNamed(act.company, act.field).id);
      return;
    case 'save-segment': {
      const segment = SEGMENTS.find(({ slug, company }) => slug === act.segment && company === act.company);
      if (!segment) throw new Error(`no segment ${act.segment}`);
      const { purposeId } = releaseOf(replay, act.company, segment.purpose);
      const { name, conditions } = segment;
      await saveSegment(core, staffNamed(replay, act.staff), { purposeId, name, conditions });
      return;
    }
  }
}

function fieldNamed(company: CompanySlug, slug: string) {
  const planned = COMPANY_FIELDS.find((field) => field.company === company && field.slug === slug);
  if (!planned) throw new Error(`no field ${company}/${slug}`);
  return planned;
}
