import type { Channel } from '#schema/channel.ts';
import type { Jurisdiction } from '#schema/company.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import { RECALL_DAYS } from '#schema/recall.ts';
import { addMonths, addMs, DAY_MS } from '../shared/calendar.ts';

/** Something that a company may have to prove its permission for: from when, and by what it addressed. */
export interface ProvedUse {
  /** Null: data were used, nobody was addressed. */
  readonly channel: Channel | null;
  readonly at: Instant;
}

interface Term {
  readonly years: number;
  /** Counted from the end of the year in which it was used. */
  readonly fromYearEnd: boolean;
}

const THREE_YEARS: Term = { years: 3, fromYearEnd: false };

/**
 * How long after its last use a permission may still have to be proved, by law
 * of the company's country. Germany: advertising by telephone five years from
 * each use (UWG § 7a), all else until claims lapse, three years from the end of
 * the year (BGB §§ 195, 199). Austria: three years (ABGB § 1489, DSG § 24).
 * Switzerland: five years (FADP Art. 66). An engineer's reading; a lawyer
 * confirms it before production.
 */
function termOf(jurisdiction: Jurisdiction, channel: Channel | null): Term {
  switch (jurisdiction) {
    case 'de':
      return channel === 'phone' ? { years: 5, fromYearEnd: false } : { years: 3, fromYearEnd: true };
    case 'at':
      return THREE_YEARS;
    case 'ch':
      return { years: 5, fromYearEnd: false };
  }
}

/** Pure: the last instant of the longest term; nothing was ever used: with the end itself nothing is left to prove. */
export function proofEnd(jurisdiction: Jurisdiction, uses: readonly ProvedUse[], endedAt: Instant): Instant {
  return uses
    .map(({ channel, at }) => {
      const { years, fromYearEnd } = termOf(jurisdiction, channel);
      const from = fromYearEnd ? (`${at.slice(0, 4)}-12-31T23:59:59.999Z` as Instant) : at;
      return addMonths(from, 12 * years);
    })
    .reduce((latest, end) => (msOf(end) > msOf(latest) ? end : latest), endedAt);
}

/** After its fourteen days a recall may be reminded of, complained about and answered late. */
const RECALL_MONTHS = 12;

/**
 * A company that received data and is asked to delete them must be able to say
 * that it did, and that can only be recorded while the relationship's evidence
 * key lives: however old the last use, it lives this long beyond the end.
 */
export function recallProofEnd(endedAt: Instant): Instant {
  return addMonths(addMs(endedAt, RECALL_DAYS * DAY_MS), RECALL_MONTHS);
}
