import { office } from './anna-acts.ts';
import type { Ago } from './anna-companies.ts';
import { ANNA } from './anna-person.ts';
import type { PlanCalendar } from './calendar.ts';
import type { PlannedAct } from './planned-act.ts';

const person = ANNA.slug;

/** Everything that can happen to a conversation and to an entry, once. */
export function annaDialogue(calendar: PlanCalendar, ago: Ago): PlannedAct[] {
  return [
    ...atAlpenrad(calendar, ago),
    ...atRheinstrom(calendar, ago),
    ...atKornundkruste(ago),
    { kind: 'keep', at: ago(150, 1200), person, company: 'alpenrad' },
    { kind: 'want-yearly', at: ago(150, 1203), person },
  ];
}

function atAlpenrad(calendar: PlanCalendar, ago: Ago): PlannedAct[] {
  const company = 'alpenrad';
  const staff = 'marketer-alpenrad';
  const lift = 'Rad zur Werkstatt';
  return [
    {
      kind: 'record',
      at: office(calendar, 318, 640),
      person,
      company,
      staff,
      purpose: 'service-reminder',
      entry: 'service',
      text: 'Erste Durchsicht am E-Bike, Software neu.',
    },
    {
      kind: 'ask',
      // Before every day to which weekends and holidays move the answer.
      at: ago(52, 1225),
      person,
      company,
      concern: 'question',
      title: lift,
      text: 'Ich habe kein Auto. Holen Sie das Rad für die Durchsicht ab?',
      wishedInDays: null,
      about: null,
    },
    {
      kind: 'answer',
      at: office(calendar, 45, 570),
      person,
      company,
      staff,
      title: lift,
      text: 'Ja, jeden Dienstag, für 12 Euro. Auf dem Bild sehen Sie, wo der Wagen hält.',
      picture: 'map',
    },
    { kind: 'open-talk', at: ago(44, 1150), person, company, title: lift },
    {
      kind: 'record',
      at: office(calendar, 38, 900),
      person,
      company,
      staff,
      purpose: 'service-reminder',
      entry: 'contact',
      text: 'Abholung zur Durchsicht vereinbart.',
    },
    {
      kind: 'ask',
      at: ago(2, 1190),
      person,
      company,
      concern: 'need',
      title: 'Winterreifen bis Freitag',
      text: 'Bitte sagen Sie mir bis Freitag, welche Reifen mit Spikes auf mein Rad passen.',
      wishedInDays: 5,
      about: null,
    },
  ];
}

function atRheinstrom(calendar: PlanCalendar, ago: Ago): PlannedAct[] {
  const company = 'rheinstrom';
  const staff = 'marketer-rheinstrom';
  return [
    {
      kind: 'record',
      at: office(calendar, 22, 530),
      person,
      company,
      staff,
      purpose: 'outage-sms',
      entry: 'contact',
      text: 'Kundin hat eine Störung gemeldet und wünscht ein Angebot.',
    },
    {
      kind: 'ask',
      at: ago(21, 1240),
      person,
      company,
      concern: 'disagreement',
      title: 'Kein Wunsch nach einem Angebot',
      text: 'Die Störung habe ich gemeldet. Ein Angebot wollte ich nicht.',
      wishedInDays: null,
      about: 'last-entry',
    },
    { kind: 'call', at: ago(4, 1180), person, company, title: 'Kein Wunsch nach einem Angebot' },
    {
      kind: 'write-first',
      at: office(calendar, 9, 600),
      person,
      company,
      staff,
      purpose: 'compare-consumption',
      title: 'Ihr Vergleich ist da',
      text: 'Sie haben im letzten Monat 8 Prozent weniger Strom gebraucht als Haushalte wie Ihrer. Unten im Bild sind Sie.',
      picture: 'bars',
    },
  ];
}

function atKornundkruste(ago: Ago): PlannedAct[] {
  return [
    {
      kind: 'ask',
      at: ago(17, 1130),
      person,
      company: 'kornundkruste',
      concern: 'question',
      title: 'Wer hat da geschaut?',
      text: 'Wofür haben Sie meine Angaben gebraucht?',
      wishedInDays: null,
      about: 'last-look',
    },
  ];
}
