import type { CompanySlug } from '../content/companies.ts';
import { TALK } from '../content/dialogue.ts';
import { DAY_MS, dayOf, MINUTE_MS, type PlanCalendar } from './calendar.ts';
import { at, emit, type Journey, later } from './journey.ts';

/** One in so many asks; chance has no part in it, so that nobody's year changes by it. */
const ASKS = 42;
/** What nobody has answered is not older. */
const UNANSWERED_MS = 10 * DAY_MS;
const WRITES_DOWN = 9;

/** Some ask the company something in their first days; most of them hear from it. */
export function dialogueBegins(journey: Journey, company: CompanySlug, sinceMs: number): void {
  const { index, person, frame } = journey;
  if (index % ASKS !== 4) return;
  const { asked } = TALK[company];
  const said = asked[Math.floor(index / ASKS) % asked.length];
  if (!said) return;
  const askMs = sinceMs + 6 * 60 * MINUTE_MS + (index % 50) * MINUTE_MS;
  const answerMs = officeHour(frame.calendar, askMs + DAY_MS, 540 + (index % 90));
  const { title, text, answer } = said;
  const of = { person: person.slug, company, title };
  later(journey, askMs, (ms) => {
    if (!journey.confirmed) return;
    emit(journey, {
      kind: 'ask',
      at: at(ms),
      ...of,
      concern: 'question',
      text,
      wishedInDays: null,
      about: null,
    });
    const recent = ms > frame.calendar.staffEndMs - UNANSWERED_MS;
    if ((recent && index % 2 === 0) || answerMs === undefined || answerMs > frame.calendar.staffEndMs) return;
    later(journey, answerMs, (when) =>
      emit(journey, { kind: 'answer', at: at(when), ...of, staff: `marketer-${company}`, text: answer }),
    );
  });
}

/** After a look at one person, at the same moment, staff sometimes write down what it was about. */
export function writeDown(journey: Journey, company: CompanySlug, purpose: string, ms: number): void {
  const { index, person } = journey;
  if (index % WRITES_DOWN !== 2) return;
  const { written } = TALK[company];
  const said = written[dayOf(journey.frame.calendar, ms) % written.length];
  if (!said) return;
  emit(journey, {
    kind: 'record',
    at: at(ms),
    person: person.slug,
    company,
    staff: `marketer-${company}`,
    purpose,
    ...said,
  });
}

/** @param minutes since midnight, on the first working day from `fromMs` on */
function officeHour(calendar: PlanCalendar, fromMs: number, minutes: number): number | undefined {
  let day = dayOf(calendar, fromMs);
  while (calendar.days[day] !== undefined && !calendar.days[day]?.working) day += 1;
  const found = calendar.days[day];
  const ms = found && found.startMs + minutes * MINUTE_MS;
  return ms !== undefined && ms > fromMs - DAY_MS ? ms : undefined;
}
