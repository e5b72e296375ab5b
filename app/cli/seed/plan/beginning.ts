import { COMPANY_SLUGS, type CompanySlug } from '../content/companies.ts';
import { type Case, keyOf, verifySoon } from './answers.ts';
import { customerTime } from './calendar.ts';
import { grantAndFollow, refuseAndFollow, relationshipBegins } from './course.ts';
import { at, emit, enter, type Journey, later, soon } from './journey.ts';
import { ANSWER_RATES, byShare, FIRST_COMPANY, MORE_COMPANIES } from './rates.ts';

const UNCONFIRMED_FOR_MS = 36 * 60 * 60_000;

/** How somebody came: by the code at a till, or on the portal; then, often, further companies. */
export function begin(journey: Journey, ms: number): void {
  const { random, person } = journey;
  const [first, ...more] = companiesOf(journey);
  if (first === undefined) return;
  if (random.chance(0.58)) {
    emit(journey, { kind: 'register', at: at(ms), person: person.slug, via: 'join' });
    connect(journey, first, ms, 'join');
    confirm(journey, soon(journey, ms, 1, 45), ms, (confirmedMs) => connectMore(journey, more, confirmedMs));
  } else {
    emit(journey, { kind: 'register', at: at(ms), person: person.slug, via: 'web' });
    confirm(journey, soon(journey, ms, 1, 14), ms, (confirmedMs) => {
      later(journey, soon(journey, confirmedMs, 0.5, 2), (then) =>
        enter(journey, then, ['salutation', 'given-name', 'family-name'], 'customer'),
      );
      later(journey, soon(journey, confirmedMs, 3, 5), (then) => connect(journey, first, then, 'directory'));
      connectMore(journey, more, confirmedMs);
    });
  }
}

/** Of those who came in the last days some have not pressed the button yet; older requests are gone. */
function confirm(journey: Journey, ms: number, sinceMs: number, then: (ms: number) => void): void {
  const recent = journey.frame.calendar.nowMs - sinceMs < UNCONFIRMED_FOR_MS;
  if (recent && journey.random.chance(0.5)) return;
  later(journey, ms, () => {
    emit(journey, { kind: 'confirm', at: at(ms), person: journey.person.slug });
    journey.confirmed = true;
    verifySoon(
      journey,
      ms,
      [...journey.answers.values()].flatMap(({ channels }) => channels),
    );
    then(ms);
  });
}

function companiesOf({ random, person }: Journey): CompanySlug[] {
  const first = byShare(FIRST_COMPANY[person.country], random.next());
  const others = COMPANY_SLUGS.filter((company) => company !== first);
  if (random.chance(0.5)) others.reverse();
  if (!random.chance(MORE_COMPANIES.two)) return [first];
  return [first, ...others.slice(0, random.chance(MORE_COMPANIES.three) ? 2 : 1)];
}

function connectMore(journey: Journey, companies: readonly CompanySlug[], sinceMs: number): void {
  const { calendar } = journey.frame;
  for (const company of companies) {
    const via = journey.random.chance(0.55) ? 'directory' : 'join';
    later(journey, customerTime(calendar, journey.random, sinceMs, calendar.customerEndMs), (ms) => {
      if (journey.confirmed) connect(journey, company, ms, via);
    });
  }
}

/** A relationship, and what is decided on the spot: all in one form by the code, one after the other on the portal. */
function connect(journey: Journey, company: CompanySlug, ms: number, via: 'join' | 'directory'): void {
  const { random, person, frame } = journey;
  const customerNumber = random.chance(0.5) ? customerNumberOf(company, journey.index) : null;
  emit(journey, { kind: 'connect', at: at(ms), person: person.slug, company, via, customerNumber });
  journey.connected.add(company);
  if (via === 'join') enter(journey, ms, ['given-name', 'family-name'], 'join');
  let then = ms;
  for (const purpose of frame.purposes[company].filter(({ basis }) => basis === 'consent')) {
    const subject: Case = { company, purpose };
    const wish = wishOf(journey, subject);
    if (wish === undefined) continue;
    const decide = (when: number, how: 'web' | 'join'): void =>
      wish === 'yes'
        ? grantAndFollow(journey, subject, when, how)
        : refuseAndFollow(journey, subject, when, how);
    if (random.chance(0.22)) {
      later(journey, customerTime(frame.calendar, random, ms, frame.calendar.customerEndMs), (when) => {
        if (journey.confirmed) decide(when, 'web');
      });
    } else if (via === 'join') {
      decide(ms, 'join');
    } else {
      then = soon(journey, then, 0.4, 2);
      later(journey, then, (when) => decide(when, 'web'));
    }
  }
  relationshipBegins(journey, company, ms);
}

function wishOf({ random }: Journey, subject: Case): 'yes' | 'no' | undefined {
  const rate = ANSWER_RATES[keyOf(subject)];
  if (rate === undefined) throw new Error(`no answer rate for ${keyOf(subject)}`);
  const x = random.next();
  return x < rate.yes ? 'yes' : x < rate.yes + rate.no ? 'no' : undefined;
}

/** Looks random and is unique: multiplied within a prime field. */
function customerNumberOf(company: CompanySlug, index: number): string {
  const number = 100_000 + ((index * 7919 + 4711) % 899_981);
  if (company === 'alpenrad') return `AR-${number}`;
  return company === 'rheinstrom' ? `40-${number}-7` : `KK ${number}`;
}
