import type { Channel } from '#schema/channel.ts';
import type { CatalogueField } from '#schema/field.ts';
import { instantOf } from '#schema/instant.ts';
import { COMPANY_SLUGS, type CompanySlug } from '../content/companies.ts';
import { customerTime, DAY_MS } from './calendar.ts';
import { optionsOf } from './generated-person.ts';
import { at, emit, enter, type Journey, later } from './journey.ts';
import type { PlannedAct } from './planned-act.ts';

/** What people do of their own accord: a pause, a channel off, a restriction, news about themselves. */
export function scheduleHabits(journey: Journey, sinceMs: number): void {
  const { random, frame } = journey;
  const sometime = (probability: number, run: (ms: number) => void): void => {
    if (!random.chance(probability)) return;
    later(journey, customerTime(frame.calendar, random, sinceMs, frame.calendar.customerEndMs), (ms) => {
      if (journey.confirmed && journey.connected.size > 0) run(ms);
    });
  };
  sometime(0.08, (ms) => pauseForAWhile(journey, ms));
  sometime(0.09, (ms) => switchChannelsOff(journey, ms));
  sometime(0.025, (ms) => restrictForAWhile(journey, ms));
  sometime(0.35, (ms) => tellMore(journey, ms));
  sometime(0.3, (ms) => replaceNeeds(journey, ms));
  sayHowOften(journey, sinceMs);
}

const WISHES: readonly WishAct['wishes'][] = [
  { mostPerWeek: 1 },
  { topicsOff: ['offers'] },
  { topicsOff: ['surveys', 'tips'] },
  { quietHours: { from: '20:00', to: '09:00', timeZone: 'Europe/Zurich' } },
];

type WishAct = Extract<PlannedAct, { kind: 'wish' }>;

/** A few, by their number and not by chance: nobody else's year changes because of it. */
function sayHowOften(journey: Journey, sinceMs: number): void {
  const { index, person } = journey;
  const wishes = WISHES[Math.floor(index / 16) % WISHES.length];
  if (index % 16 !== 5 || !wishes) return;
  later(journey, sinceMs + 20 * DAY_MS, (ms) => {
    if (journey.confirmed && journey.connected.size > 0)
      emit(journey, { kind: 'wish', at: at(ms), person: person.slug, company: null, wishes });
  });
}

function someCompany({ random, connected }: Journey): CompanySlug {
  return random.pick(COMPANY_SLUGS.filter((company) => connected.has(company)));
}

function pauseForAWhile(journey: Journey, ms: number): void {
  const { random, person, frame } = journey;
  const company = random.chance(0.5) ? null : someCompany(journey);
  const untilMs = ms + (7 + random.int(50)) * DAY_MS;
  emit(journey, { kind: 'pause', at: at(ms), person: person.slug, company, until: instantOf(untilMs) });
  journey.pausedUntilMs.set(company ?? 'all', untilMs);
  if (!random.chance(0.3)) return;
  const end = Math.min(untilMs, frame.calendar.customerEndMs);
  later(journey, customerTime(frame.calendar, random, ms, end), (when) => {
    emit(journey, { kind: 'resume', at: at(when), person: person.slug, company });
    journey.pausedUntilMs.delete(company ?? 'all');
  });
}

function switchChannelsOff(journey: Journey, ms: number): void {
  const { random, person } = journey;
  const company = random.chance(0.6) ? null : someCompany(journey);
  const channels: Channel[] = random.pick<Channel[]>([['phone'], ['post'], ['sms'], ['phone', 'post']]);
  emit(journey, { kind: 'channels-off', at: at(ms), person: person.slug, company, channels });
}

function restrictForAWhile(journey: Journey, ms: number): void {
  const { random, person, frame } = journey;
  const company = someCompany(journey);
  emit(journey, { kind: 'restrict', at: at(ms), person: person.slug, company, restricted: true });
  journey.restricted.add(company);
  if (!random.chance(0.7)) return;
  const lifted = customerTime(frame.calendar, random, ms + 7 * DAY_MS, ms + 30 * DAY_MS);
  later(journey, lifted, (when) => {
    emit(journey, { kind: 'restrict', at: at(when), person: person.slug, company, restricted: false });
    journey.restricted.delete(company);
  });
}

function tellMore(journey: Journey, ms: number): void {
  const more: CatalogueField[] = ['birth-date', 'interests', 'attitudes', 'contact-time', 'household-size'];
  enter(journey, ms, journey.random.some(more, 0.5), 'customer');
}

/** Needs change over a year; a value given before is replaced. */
function replaceNeeds(journey: Journey, ms: number): void {
  const { random, person } = journey;
  journey.entered.add('needs');
  const needs = random.some(optionsOf('needs'), 0.2);
  emit(journey, { kind: 'profile', at: at(ms), person: person.slug, values: { needs }, source: 'customer' });
}
