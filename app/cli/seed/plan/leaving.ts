import { msOf } from '#schema/instant.ts';
import { COMPANY_SLUGS } from '../content/companies.ts';
import { customerTime, DAY_MS } from './calendar.ts';
import { at, type Journey } from './journey.ts';
import type { PlannedAct } from './planned-act.ts';

/** How many of all who know a company end it within their year. */
const RATE = 0.03;
/** Not on the very day of the last thing that happened. */
const AFTER_MS = 2 * DAY_MS;

/** A few end the relationship with one company, after everything else that happened between the two. */
export function withEnds(journey: Journey, acts: readonly PlannedAct[]): PlannedAct[] {
  const { random, person, frame, connected, confirmed } = journey;
  const ends: PlannedAct[] = [];
  for (const company of COMPANY_SLUGS) {
    if (!confirmed || !connected.has(company) || !random.chance(RATE)) continue;
    // Also what was said to all companies at once.
    const last = acts.findLast(
      (act) => !('company' in act) || act.company === company || act.company === null,
    );
    const from = last ? msOf(last.at) + AFTER_MS : frame.calendar.customerEndMs;
    const ms = customerTime(frame.calendar, random, from, frame.calendar.customerEndMs);
    if (ms !== undefined && ms > from) ends.push({ kind: 'end', at: at(ms), person: person.slug, company });
  }
  return [...acts, ...ends].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
