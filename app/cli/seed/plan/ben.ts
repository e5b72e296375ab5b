import { daysAgo, type PlanCalendar } from './calendar.ts';
import type { PlannedAct } from './planned-act.ts';
import type { PlannedPerson } from './planned-person.ts';

export const BEN: PlannedPerson = {
  slug: 'ben',
  givenName: 'Ben',
  familyName: 'Fischer',
  email: 'ben.fischer@example.com',
  language: 'de',
  country: 'de',
};

/** Ben Fischer, Lindau: registered and confirmed three days ago, has two companies and has decided nothing. */
export function benActs(calendar: PlanCalendar): PlannedAct[] {
  const person = BEN.slug;
  const evening = (minutes: number) => daysAgo(calendar, 3, 1150 + minutes);
  return [
    { kind: 'register', at: evening(0), person, via: 'web' },
    { kind: 'confirm', at: evening(4), person },
    {
      kind: 'profile',
      at: evening(6),
      person,
      values: {
        'given-name': 'Ben',
        'family-name': 'Fischer',
        'postal-code': '88131',
        city: 'Lindau',
        country: 'de',
      },
      source: 'customer',
    },
    { kind: 'connect', at: evening(9), person, company: 'alpenrad', via: 'directory', customerNumber: null },
    {
      kind: 'connect',
      at: daysAgo(calendar, 2, 482),
      person,
      company: 'kornundkruste',
      via: 'join',
      customerNumber: 'KK 1002',
    },
  ];
}
