import type { ConsentStanding } from '#schema/consent.ts';
import { factMask } from '#schema/field.ts';
import type { StoredConsent } from '../consent/consent-store.ts';
import { undecided } from '../consent/decide-consent.ts';
import type { Relationship } from '../relationship/relationship.ts';
import type { StoredState } from './compare-state.ts';
import type { FoldedConsent, FoldedRelationship } from './fold-log.ts';
import type { ReportFault } from './log-fault.ts';
import type { PurposeLookup } from './purpose-lookup.ts';

/** Every answer of one relationship against its latest event, with what only SQL reads of it and what an undo would bring back. */
export async function compareConsents(
  purposes: PurposeLookup,
  { relationship, consents }: StoredState,
  fold: FoldedRelationship,
  report: ReportFault,
): Promise<void> {
  for (const consent of consents) {
    const at = `consent ${relationship.id}/${consent.purposeId}`;
    const folded = fold.consents.get(consent.purposeId);
    if (!folded) {
      report('state-without-entry', at, 'has no entry in the log');
      continue;
    }
    const { standing } = consent;
    const columns: [name: string, equal: boolean][] = [
      ['state', standing.state === folded.standing.state],
      ['standing', canonical(standing) === canonical(folded.standing)],
      ['entry', consent.lastIndex === folded.index],
      ['no since', consent.noSince === folded.noSince],
      ['mask', consent.factMask === (standing.state === 'granted' ? factMask(standing.fields) : 0)],
      ['owner', isOf(consent, relationship)],
      ['use', consent.usableFrom === usableFrom(relationship, standing.state)],
      ['undo', await undoFits(purposes, consent, folded)],
    ];
    const differing = columns.flatMap(([name, equal]) => (equal ? [] : [name]));
    if (differing.length > 0) {
      const said = `entry ${folded.index} says ${folded.standing.state}, the table ${standing.state}`;
      report('state-mismatch', at, `${differing.join(', ')} differ: ${said}`);
    }
  }
  const stored = new Set<string>(consents.map(({ purposeId }) => purposeId));
  for (const [purposeId, { index }] of fold.consents) {
    if (stored.has(purposeId)) continue;
    const at = `consent ${relationship.id}/${purposeId}`;
    report('state-mismatch', at, `is in the log (entry ${index}) but not in the table`);
  }
}

function isOf(consent: StoredConsent, { companyId, customerId, factId, subject }: Relationship): boolean {
  return (
    consent.companyId === companyId &&
    consent.customerId === customerId &&
    consent.factId === factId &&
    consent.subject === subject
  );
}

function usableFrom(
  { endedAt, blocked, underAge, pausedUntil }: Relationship,
  state: ConsentStanding['state'],
): string | null {
  const tooYoung = underAge && state !== 'open' && state !== 'objected';
  return endedAt !== null || blocked || tooYoung ? null : (pausedUntil ?? '');
}

/** Nothing to undo, or exactly what stood before the latest event. */
async function undoFits(
  purposes: PurposeLookup,
  { previous, purposeId }: StoredConsent,
  { before }: FoldedConsent,
): Promise<boolean> {
  if (!previous) return true;
  const basis = (await purposes.purpose(purposeId))?.basis ?? 'consent';
  const standing = before?.standing ?? undecided(basis);
  return (
    previous.noSince === (before?.noSince ?? null) && canonical(previous.standing) === canonical(standing)
  );
}

function canonical(standing: ConsentStanding): string {
  return JSON.stringify(Object.entries(standing).sort(([a], [b]) => (a < b ? -1 : 1)));
}
