import type { Instant } from '#schema/instant.ts';
import { annaAtAlpenrad, annaAtKornundkruste, annaAtRheinstrom } from './anna-companies.ts';
import { annaDialogue } from './anna-dialogue.ts';
import { ANNA } from './anna-person.ts';
import { daysAgo, type PlanCalendar } from './calendar.ts';
import type { PlannedAct } from './planned-act.ts';

/**
 * Anna Keller, Bregenz: everything that can happen to a consent, once.
 * Granted, refused, withdrawn, undone, expired, about to expire, yes to a new
 * version, an old version still running, open questions, a letter, a pause.
 */
export function annaActs(calendar: PlanCalendar): PlannedAct[] {
  const ago = (days: number, minutes: number): Instant => daysAgo(calendar, days, minutes);
  return [
    ...annaAtAlpenrad(calendar, ago),
    ...annaAtRheinstrom(calendar, ago),
    ...annaAtKornundkruste(calendar, ago),
    ...annaDialogue(calendar, ago),
    { kind: 'bring-along', at: ago(20, 1_215), person: ANNA.slug },
  ];
}
