import { msOf } from '#schema/instant.ts';
import { COMPANY_SLUGS, type CompanySlug } from '../content/companies.ts';
import { DAY_MS, officeTime } from './calendar.ts';
import { at, type Journey } from './journey.ts';
import type { PlannedAct } from './planned-act.ts';

/** What each company asks single people for, and how it says so. */
export const QUESTIONS: Readonly<Record<CompanySlug, { readonly purpose: string; readonly reason: string }>> =
  {
    alpenrad: {
      purpose: 'test-rides',
      reason: 'Im Frühling stehen neue Räder bei uns. Dürfen wir Ihnen sagen, wann Sie eines fahren können?',
    },
    rheinstrom: {
      purpose: 'solar-advice',
      reason: 'Ihr Dach liegt nach Süden. Dürfen wir Ihnen ausrechnen, was eine Anlage dort bringt?',
    },
    kornundkruste: {
      purpose: 'birthday-bread',
      reason: 'Zum Geburtstag backen wir gern ein Brot für Sie. Dafür müssten wir den Tag kennen.',
    },
  };

/** How many of those who know a company are asked by it within their year. */
const RATE = 0.05;

/**
 * A few are asked by a company for one thing more, when nothing else happens
 * between the two any more: the question waits, or was never put because of a no.
 */
export function withQuestions(journey: Journey, acts: readonly PlannedAct[]): PlannedAct[] {
  const { random, person, frame, connected, confirmed, answers } = journey;
  const asked: PlannedAct[] = [];
  for (const company of COMPANY_SLUGS) {
    const { purpose, reason } = QUESTIONS[company];
    if (!confirmed || !connected.has(company) || !random.chance(RATE)) continue;
    if (answers.get(`${company}/${purpose}`)?.state === 'granted') continue;
    const last = acts.at(-1);
    const from = (last ? msOf(last.at) : frame.calendar.startMs) + DAY_MS;
    const ms = officeTime(frame.calendar, random, from, frame.calendar.staffEndMs);
    if (ms === undefined || ms <= from) continue;
    const staff = `marketer-${company}`;
    asked.push({ kind: 'ask-consent', at: at(ms), staff, company, purpose, person: person.slug, reason });
  }
  return [...acts, ...asked].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
