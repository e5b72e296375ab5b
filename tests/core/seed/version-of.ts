import type { PortalAct } from '#app/cli/seed/plan/planned-act.ts';
import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';

/** A release of the plan as the core's rules take it. */
export function versionOf(
  key: string,
  act: Extract<PortalAct, { kind: 'release' }>,
  content: PurposeVersion['content'],
): PurposeVersion {
  return {
    id: `${key}/${act.version}` as PurposeVersionId,
    purposeId: key as PurposeId,
    version: act.version,
    kind: act.releaseKind,
    content,
    releasedAt: act.at,
    supersededAt: null,
    usableUntil: null,
  };
}
