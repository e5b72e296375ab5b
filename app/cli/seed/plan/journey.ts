import type { Channel } from '#schema/channel.ts';
import type { CatalogueField } from '#schema/field.ts';
import { type Instant, instantOf } from '#schema/instant.ts';
import { COMPANY_SLUGS, type CompanySlug } from '../content/companies.ts';
import { PURPOSES } from '../content/purposes.ts';
import { calendarOf, MINUTE_MS, type PlanCalendar } from './calendar.ts';
import type { Facts } from './generated-person.ts';
import type { PlannedAct, Values } from './planned-act.ts';
import type { PlannedPerson } from './planned-person.ts';
import type { Random } from './random.ts';
import { type DatedPurpose, type DatedVersion, datePurpose } from './versions.ts';

/** What all journeys of one plan share. */
export interface PlanFrame {
  readonly calendar: PlanCalendar;
  readonly purposes: Readonly<Record<CompanySlug, readonly DatedPurpose[]>>;
}

/** How one person stands to one purpose; absent: undecided, or open with an objection right. */
export interface Answer {
  readonly state: 'granted' | 'refused' | 'withdrawn' | 'objected';
  readonly version: DatedVersion;
  readonly fields: readonly CatalogueField[];
  readonly channels: readonly Channel[];
  readonly expiresMs: number | null;
}

/** One person's year while it is being planned. Time only moves forward: `steps` run in order of their instant. */
export interface Journey {
  readonly frame: PlanFrame;
  readonly person: PlannedPerson;
  /** From 0; gives the numbers that companies know the person by. */
  readonly index: number;
  readonly facts: Facts;
  readonly random: Random;
  /** How readily this person tells things, 0 to 1. */
  readonly openness: number;
  readonly acts: PlannedAct[];
  readonly steps: { readonly ms: number; readonly run: (ms: number) => void }[];
  readonly entered: Set<CatalogueField>;
  readonly connected: Set<CompanySlug>;
  readonly answers: Map<string, Answer>;
  /** Until when nothing more may happen to a purpose, because its last act lies there. */
  readonly busyUntilMs: Map<string, number>;
  readonly pausedUntilMs: Map<CompanySlug | 'all', number>;
  readonly restricted: Set<CompanySlug>;
  confirmed: boolean;
  mobileVerified: boolean;
}

export function frameOf(now: Date): PlanFrame {
  const calendar = calendarOf(now);
  const dated = COMPANY_SLUGS.map((company) => [
    company,
    PURPOSES[company].map((purpose) => datePurpose(purpose, calendar.nowMs)),
  ]);
  return { calendar, purposes: Object.fromEntries(dated) as PlanFrame['purposes'] };
}

export function startJourney(
  frame: PlanFrame,
  person: PlannedPerson,
  index: number,
  facts: Facts,
  random: Random,
): Journey {
  return {
    frame,
    person,
    index,
    facts,
    random,
    openness: 0.2 + 0.7 * random.next(),
    acts: [],
    steps: [],
    entered: new Set(['email']),
    connected: new Set(),
    answers: new Map(),
    busyUntilMs: new Map(),
    pausedUntilMs: new Map(),
    restricted: new Set(),
    confirmed: false,
    mobileVerified: false,
  };
}

/** Something for later; nothing if the time is unknown or not in the plan. */
export function later(journey: Journey, ms: number | undefined, run: (ms: number) => void): void {
  if (ms !== undefined && ms <= journey.frame.calendar.customerEndMs) journey.steps.push({ ms, run });
}

/** Runs all steps, also those that steps add, and answers the acts in order. */
export function runJourney(journey: Journey): PlannedAct[] {
  for (;;) {
    let earliest = 0;
    journey.steps.forEach(({ ms }, index) => {
      if (ms < (journey.steps[earliest]?.ms ?? 0)) earliest = index;
    });
    const [step] = journey.steps.splice(earliest, 1);
    if (step === undefined) break;
    step.run(step.ms);
  }
  // Stable: acts of one instant stay in the order in which they were done.
  return journey.acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export function emit(journey: Journey, act: PlannedAct): void {
  journey.acts.push(act);
}

/** A few minutes after `ms`, within one sitting. */
export function soon(journey: Journey, ms: number, minutes: number, spread: number): number {
  return ms + Math.floor((minutes + journey.random.next() * spread) * MINUTE_MS);
}

/** `ms` as an Instant; every act goes through it. */
export function at(ms: number): Instant {
  return instantOf(ms);
}

/** Enters what is known of these fields and not yet told; derived fields through their source. */
export function enter(
  journey: Journey,
  ms: number,
  fields: readonly CatalogueField[],
  source: 'customer' | 'join',
): void {
  const values: Record<string, Values[CatalogueField]> = {};
  for (const field of fields.flatMap(sourcesOf)) {
    const value = journey.facts[field];
    if (value === undefined || journey.entered.has(field)) continue;
    journey.entered.add(field);
    values[field] = value;
  }
  if (Object.keys(values).length > 0) tell(journey, ms, values as Values, source);
}

/** One form saves its values once: what is told at the same instant joins the act that is already there. */
function tell(journey: Journey, ms: number, values: Values, source: 'customer' | 'join'): void {
  const { acts, person } = journey;
  const position = acts.findLastIndex((act) => act.kind === 'profile' && act.at === at(ms));
  const before = acts[position];
  if (before?.kind === 'profile') acts[position] = { ...before, values: { ...before.values, ...values } };
  else acts.push({ kind: 'profile', at: at(ms), person: person.slug, values, source });
}

/** What must be entered for a field to have a value; a postal code stands with its town and country. */
function sourcesOf(field: CatalogueField): CatalogueField[] {
  switch (field) {
    case 'postal-region':
    case 'postal-code':
    case 'city':
    case 'country':
      return ['postal-code', 'city', 'country'];
    case 'birthday':
    case 'birth-decade':
      return ['birth-date'];
    default:
      return [field];
  }
}
