import { instantOf } from '#schema/instant.ts';
import { office } from './anna-acts.ts';
import { DAY_MS, MINUTE_MS, type PlanCalendar } from './calendar.ts';
import type { PlannedAct } from './planned-act.ts';

/** Alpenrad says that it reports every contact; the others are only asked to keep a limit. */
const REPORTS_SINCE_DAY = 60;

/** What was sent in the last days and what is to come: so that "what may reach me" has something to say. */
export function contactActs(calendar: PlanCalendar): PlannedAct[] {
  const { startMs, nowMs } = calendar;
  const planned = (days: number) =>
    instantOf(Math.floor((nowMs + days * DAY_MS) / DAY_MS) * DAY_MS + 9 * 60 * MINUTE_MS);
  const alpenrad = { staff: 'marketer-alpenrad', company: 'alpenrad', purpose: 'newsletter' } as const;
  const bakery = {
    staff: 'marketer-kornundkruste',
    company: 'kornundkruste',
    purpose: 'bread-news',
  } as const;
  return [
    {
      kind: 'report-everything',
      at: instantOf(startMs + REPORTS_SINCE_DAY * DAY_MS),
      staff: 'owner-alpenrad',
      company: 'alpenrad',
    },
    {
      kind: 'report-uses',
      at: office(calendar, 3, 640),
      ...alpenrad,
      channel: 'email',
      topic: 'news',
      reference: 'Neues aus der Werkstatt',
    },
    {
      kind: 'plan-contact',
      at: office(calendar, 2, 615),
      ...alpenrad,
      channel: 'email',
      topic: 'events',
      title: { de: 'Offene Werkstatt am Samstag', en: 'Open workshop on Saturday' },
      plannedAt: planned(5),
    },
    {
      kind: 'plan-contact',
      at: office(calendar, 2, 620),
      ...bakery,
      channel: 'email',
      topic: 'news',
      title: { de: 'Das Brot der Woche', en: 'Bread of the week' },
      plannedAt: planned(4),
    },
  ];
}
