import { undecided } from '#app/core/consent/decide-consent.ts';
import type { PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { Lane, LaneTone } from '#app/screens/officer/proof-view.ts';
import type { ConsentStanding, ConsentState } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import type { LegalBasis } from '#schema/purpose.ts';

const TONES: Readonly<Record<ConsentState, LaneTone>> = {
  granted: 'yes',
  open: 'yes',
  pending: 'wait',
  refused: 'no',
  withdrawn: 'no',
  objected: 'no',
  undecided: 'none',
  expired: 'none',
};

export interface LaneInput {
  readonly basis: LegalBasis;
  readonly from: Instant;
  readonly to: Instant;
  /** Oldest first. */
  readonly events: readonly { readonly at: Instant; readonly standing: ConsentStanding }[];
  readonly versions: readonly PurposeVersion[];
}

/** One purpose over time: from decision to decision, a grant no longer than its term and its version. */
export function laneOf({ basis, from, to, events, versions }: LaneInput): Omit<Lane, 'title'> {
  const points = [{ at: from, standing: undecided(basis) }, ...events];
  const segments = points.flatMap(({ at, standing }, index) => {
    const end = points[index + 1]?.at ?? to;
    const start = at < from ? from : at;
    if (start >= end) return [];
    const usableUntil = versions.find(({ id }) => id === standing.versionId)?.usableUntil;
    const stops = standing.state === 'granted' ? [standing.expiresAt, usableUntil ?? null] : [];
    const stop = stops.filter((one): one is Instant => one !== null && one < end).sort()[0];
    const piece = (first: Instant, last: Instant, state: ConsentState) => ({
      from: first,
      to: last,
      state,
      tone: TONES[state],
    });
    if (stop === undefined) return [piece(start, end, standing.state)];
    if (stop <= start) return [piece(start, end, 'expired')];
    return [piece(start, stop, standing.state), piece(stop, end, 'expired')];
  });
  return { segments, events: events.map(({ at }) => at) };
}
