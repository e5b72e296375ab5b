import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import { type Instant, instantOf, msOf } from '#schema/instant.ts';
import type { CompanySlug } from '../content/companies.ts';
import { ANNA } from './anna-person.ts';
import { daysAgo, MINUTE_MS, type PlanCalendar } from './calendar.ts';
import type { PlannedAct, Values } from './planned-act.ts';

const person = ANNA.slug;

/** A working day about `count` days ago at `minutes` past midnight. */
export function office(calendar: PlanCalendar, count: number, minutes: number): Instant {
  let day = count;
  while (calendar.days[calendar.days.length - 1 - day]?.working !== true) day += 1;
  return daysAgo(calendar, day, minutes);
}

export function plus(at: Instant, minutes: number): Instant {
  return instantOf(msOf(at) + minutes * MINUTE_MS);
}

export const connect = (
  at: Instant,
  company: CompanySlug,
  via: 'join' | 'directory',
  customerNumber: string,
): PlannedAct => ({
  kind: 'connect',
  at,
  person,
  company,
  via,
  customerNumber,
});

export const profile = (
  at: Instant,
  values: Values,
  source: 'customer' | 'join' = 'customer',
): PlannedAct => ({
  kind: 'profile',
  at,
  person,
  values,
  source,
});

export interface Scope {
  readonly fields: readonly FieldId[];
  readonly channels: readonly Channel[];
  readonly version?: number;
  readonly method?: 'web' | 'join';
}

export function grant(at: Instant, company: CompanySlug, purpose: string, scope: Scope): PlannedAct {
  const { fields, channels, version = 1, method = 'web' } = scope;
  return { kind: 'grant', at, person, company, purpose, version, fields, channels, method };
}

export function no(
  at: Instant,
  kind: 'refuse' | 'withdraw' | 'object',
  company: CompanySlug,
  purpose: string,
  method: 'web' | 'join' = 'web',
): PlannedAct {
  return { kind, at, person, company, purpose, method, staff: null, source: null };
}

export function ask(at: Instant, company: CompanySlug, purpose: string, reason: string): PlannedAct {
  return { kind: 'ask-consent', at, staff: `marketer-${company}`, company, purpose, person, reason };
}

export function view(at: Instant, company: CompanySlug, purpose: string, reason: string): PlannedAct {
  return { kind: 'view', at, staff: `marketer-${company}`, company, purpose, person, reason };
}
