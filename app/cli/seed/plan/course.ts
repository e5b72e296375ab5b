import type { CompanySlug } from '../content/companies.ts';
import { andUndo, type Case, changeScope, keyOf, sayNo, sayYes } from './answers.ts';
import { customerTime, DAY_MS, officeTime } from './calendar.ts';
import { dialogueBegins } from './dialogue.ts';
import { type Journey, later } from './journey.ts';
import { looksBegin } from './looks.ts';
import type { NoMethod } from './planned-act.ts';

/** A yes, and what may become of it. */
export function grantAndFollow(journey: Journey, subject: Case, ms: number, method: 'web' | 'join'): void {
  const { random, frame } = journey;
  const { customerEndMs } = frame.calendar;
  const yes = () => sayYes(journey, subject, ms, method);
  if (method === 'web' && random.chance(0.015)) {
    andUndo(journey, subject, ms, yes);
    return;
  }
  if (!yes()) return;
  if (random.chance(0.085)) {
    noSometime(journey, subject, ms);
    return;
  }
  if (random.chance(0.12)) {
    later(journey, customerTime(frame.calendar, random, ms, customerEndMs), (when) => {
      if (journey.confirmed) changeScope(journey, subject, when);
    });
  }
  const next = subject.purpose.versions.find(({ releasedMs }) => releasedMs > ms);
  if (next !== undefined && random.chance(0.45)) {
    const until = Math.min(next.releasedMs + 60 * DAY_MS, customerEndMs);
    later(journey, customerTime(frame.calendar, random, next.releasedMs, until), (when) =>
      renew(journey, subject, when),
    );
  }
  const expiresMs = journey.answers.get(keyOf(subject))?.expiresMs;
  if (expiresMs && expiresMs < customerEndMs && random.chance(0.45)) {
    // From the next day: a yes that waited for its confirmation runs a little longer.
    const from = expiresMs + DAY_MS;
    const until = Math.min(from + 30 * DAY_MS, customerEndMs);
    later(journey, customerTime(frame.calendar, random, from, until), (when) =>
      renew(journey, subject, when),
    );
  }
}

/** A new yes to a newer text, or after the term; not by somebody who said no in the meantime. */
function renew(journey: Journey, subject: Case, ms: number): void {
  const state = journey.answers.get(keyOf(subject))?.state;
  if (journey.confirmed && state === 'granted') grantAndFollow(journey, subject, ms, 'web');
}

/** A no to what was open; a few change their mind months later, of their own accord. */
export function refuseAndFollow(journey: Journey, subject: Case, ms: number, method: 'web' | 'join'): void {
  const { random, frame } = journey;
  if (!sayNo(journey, subject, ms, method) || !random.chance(0.06)) return;
  later(journey, customerTime(frame.calendar, random, ms, frame.calendar.customerEndMs), (when) => {
    if (journey.confirmed) grantAndFollow(journey, subject, when, 'web');
  });
}

/** What happens in a relationship beside the answers to questions. */
export function relationshipBegins(journey: Journey, company: CompanySlug, ms: number): void {
  looksBegin(journey, company, ms);
  dialogueBegins(journey, company, ms);
  for (const purpose of journey.frame.purposes[company].filter(({ basis }) => basis === 'objection')) {
    if (journey.random.chance(0.11)) noSometime(journey, { company, purpose }, ms);
  }
}

/** On the web mostly; some write a letter, call, or say it at the till, and staff write it down. */
function noSometime(journey: Journey, subject: Case, ms: number): void {
  const { random, frame } = journey;
  const { calendar } = frame;
  if (random.chance(0.14)) {
    later(journey, officeTime(calendar, random, ms, calendar.staffEndMs), (when) => {
      if (journey.confirmed) sayNo(journey, subject, when, ...writtenDown(journey, subject.company, when));
    });
    return;
  }
  later(journey, customerTime(calendar, random, ms, calendar.customerEndMs), (when) => {
    if (!journey.confirmed) return;
    const no = () => sayNo(journey, subject, when, 'web');
    if (random.chance(0.07)) {
      andUndo(journey, subject, when, no);
    } else if (no() === 'withdraw' && random.chance(0.12)) {
      later(journey, customerTime(calendar, random, when + 20 * DAY_MS, calendar.customerEndMs), (again) =>
        grantAndFollow(journey, subject, again, 'web'),
      );
    }
  });
}

function writtenDown(
  { random }: Journey,
  company: CompanySlug,
  ms: number,
): [NoMethod, { staff: string; source: string }] {
  const day = new Date(ms).toISOString().slice(0, 10);
  switch (random.int(3)) {
    case 0:
      return ['letter', { staff: `officer-${company}`, source: `Brief vom ${day}` }];
    case 1:
      return ['phone', { staff: `marketer-${company}`, source: `Anruf am ${day}` }];
    default:
      return ['till', { staff: `marketer-${company}`, source: `Liste an der Kasse, ${day}` }];
  }
}
