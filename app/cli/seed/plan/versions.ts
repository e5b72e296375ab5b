import type { PurposeContent } from '#schema/purpose.ts';
import type { PlannedPurpose } from '../content/planned-purpose.ts';
import { monthsAfter, monthsBefore } from './calendar.ts';

/** A purpose with the instants of one plan. */
export interface DatedPurpose {
  readonly slug: string;
  readonly basis: PurposeContent['basis'];
  readonly versions: readonly DatedVersion[];
}

export interface DatedVersion {
  /** From 1. */
  readonly version: number;
  /** Of the text before it: grants and their ends go on. */
  readonly corrects: boolean;
  readonly content: PurposeContent;
  readonly releasedMs: number;
  /** Until when grants of this version may be used; null: no change has followed. */
  readonly usableUntilMs: number | null;
}

export function datePurpose(purpose: PlannedPurpose, nowMs: number): DatedPurpose {
  const versions = purpose.versions.map(({ kind, content, releasedMonthsAgo }, index): DatedVersion => {
    const change = purpose.versions.slice(index + 1).find(({ kind }) => kind === 'change');
    return {
      version: index + 1,
      corrects: kind === 'correction',
      content,
      releasedMs: monthsBefore(nowMs, releasedMonthsAgo),
      usableUntilMs: change ? oldScopeUntil(change, nowMs) : null,
    };
  });
  return { slug: purpose.slug, basis: purpose.versions[0].content.basis, versions };
}

export function oldScopeUntil(
  change: { readonly releasedMonthsAgo: number; readonly oldScopeMonths?: number },
  nowMs: number,
): number {
  return monthsAfter(monthsBefore(nowMs, change.releasedMonthsAgo), change.oldScopeMonths ?? 0);
}

/** The version in force; every purpose of the plan has one at any instant of the plan. */
export function versionAt({ slug, versions }: DatedPurpose, ms: number): DatedVersion {
  const current = versions.findLast(({ releasedMs }) => releasedMs <= ms);
  if (current === undefined) throw new Error(`${slug} has no version yet`);
  return current;
}
