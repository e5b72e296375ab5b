import type { Instant } from '#schema/instant.ts';
import { office } from './anna-acts.ts';
import { ANNA } from './anna-person.ts';
import { daysAgo, type PlanCalendar } from './calendar.ts';
import type { PlannedAct, RequestAct } from './planned-act.ts';

/**
 * Rights requests: what Anna asked for, answered, open and held; and letters
 * of people who are not in the portal, one due soon and one overdue.
 */
export function rightsActs(calendar: PlanCalendar): PlannedAct[] {
  return [...annaAsks(calendar), ...lettersArrive(calendar)];
}

function annaAsks(calendar: PlanCalendar): RequestAct[] {
  const ago = (days: number, minutes: number): Instant => daysAgo(calendar, days, minutes);
  const ask = (
    at: Instant,
    ref: string,
    company: RequestAct['company'],
    right: 'access' | 'erasure',
    text: string,
  ) => ({ kind: 'request', at, ref, company, person: ANNA.slug, right, text }) as const;
  return [
    ask(
      ago(153, 1220),
      'anna-rheinstrom',
      'rheinstrom',
      'access',
      'Welche Werte von meinem Zähler haben Sie, und seit wann?',
    ),
    {
      kind: 'request-step',
      at: office(calendar, 146, 560),
      ref: 'anna-rheinstrom',
      company: 'rheinstrom',
      staff: 'officer-rheinstrom',
      as: 'note',
      text: 'Netzbetreiber gefragt, ob es ältere Ablesungen gibt.',
    },
    {
      kind: 'request-step',
      at: office(calendar, 138, 640),
      ref: 'anna-rheinstrom',
      company: 'rheinstrom',
      staff: 'officer-rheinstrom',
      as: 'done',
      text: 'Guten Tag,\n\nwir haben Ihre Zählerstände seit dem Einzug, einen je Jahr. Sie kommen von der Ablesung und gehen an den Netzbetreiber. Wir behalten sie zehn Jahre, weil das Gesetz es so will.\n\nFreundliche Grüße\nDatenschutz, Rheinstrom',
    },
    ask(
      ago(14, 1150),
      'anna-bakery',
      'kornundkruste',
      'erasure',
      'Bitte löschen Sie meine Bestellungen vom letzten Jahr.',
    ),
    {
      kind: 'request-step',
      at: office(calendar, 8, 700),
      ref: 'anna-bakery',
      company: 'kornundkruste',
      staff: 'officer-kornundkruste',
      as: 'held',
      text: 'Die Rechnungen zu Ihren Bestellungen müssen wir zehn Jahre aufheben (OR Art. 958f). Wir nutzen sie sonst für nichts.',
    },
    ask(ago(4, 1235), 'anna-alpenrad', 'alpenrad', 'access', 'Was wissen Sie aus der Werkstatt über mich?'),
  ];
}

function lettersArrive(calendar: PlanCalendar): RequestAct[] {
  const letter = (
    days: number,
    ref: string,
    company: RequestAct['company'],
    right: 'access' | 'erasure' | 'rectification',
    name: string,
    text: string,
  ): RequestAct => {
    const at = office(calendar, days, 545);
    return {
      kind: 'request-letter',
      at,
      ref,
      company,
      staff: `officer-${company}`,
      right,
      arrivedOn: at.slice(0, 10),
      name,
      contact: 'Musterweg 3, 6999 Musterdorf',
      text,
    };
  };
  return [
    letter(
      45,
      'letter-alpenrad',
      'alpenrad',
      'rectification',
      'Egon Muster',
      'Meine Straße heißt seit Mai anders. Bitte ändern Sie die Adresse auf der Rechnung.',
    ),
    letter(
      26,
      'letter-rheinstrom',
      'rheinstrom',
      'access',
      'Hilde Muster',
      'Ich bin seit drei Jahren nicht mehr bei Ihnen. Was haben Sie noch von mir?',
    ),
    letter(
      60,
      'letter-bakery',
      'kornundkruste',
      'erasure',
      'Urs Muster',
      'Bitte löschen Sie mich aus Ihrer Liste für den Adventsmarkt.',
    ),
    {
      kind: 'request-step',
      at: office(calendar, 52, 610),
      ref: 'letter-bakery',
      company: 'kornundkruste',
      staff: 'officer-kornundkruste',
      as: 'done',
      text: 'Guten Tag,\n\nIhr Name steht nicht mehr auf der Liste.\n\nFreundliche Grüße\nDatenschutz, Korn & Kruste',
    },
  ];
}
