import type { CatalogueField } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { READING_DAYS } from '../content/company-fields.ts';
import { ask, connect, grant, no, office, plus, profile, view } from './anna-acts.ts';
import { ANNA } from './anna-person.ts';
import { QUESTIONS } from './asking.ts';
import { DAY_MS, dayOf, type PlanCalendar } from './calendar.ts';
import type { PlannedAct } from './planned-act.ts';

const person = ANNA.slug;

export type Ago = (days: number, minutes: number) => Instant;

export function annaAtAlpenrad(calendar: PlanCalendar, ago: Ago): PlannedAct[] {
  // Nine days after the plan began, so that a yes for one year ends in nine days.
  const joinedDay = calendar.days.length - 1 - dayOf(calendar, calendar.startMs + 9 * DAY_MS);
  const joined = ago(joinedDay, 620);
  const company = 'alpenrad';
  return [
    { kind: 'register', at: joined, person, via: 'join' },
    connect(joined, company, 'join', 'AR-1001'),
    profile(
      joined,
      {
        salutation: 'ms',
        'given-name': 'Anna',
        'family-name': 'Keller',
        'postal-code': '6900',
        city: 'Bregenz',
        country: 'at',
        'bicycle-kind': 'e-bike',
        interests: ['cycling-tours', 'family'],
      },
      'join',
    ),
    grant(joined, company, 'newsletter', {
      fields: ['email', 'given-name', 'interests', 'postal-region'],
      channels: ['email'],
      method: 'join',
    }),
    grant(joined, company, 'test-rides', {
      fields: ['email', 'bicycle-kind', 'interests', 'postal-region'],
      channels: ['email'],
      method: 'join',
    }),
    no(joined, 'refuse', company, 'ride-advice', 'join'),
    { kind: 'confirm', at: plus(joined, 11), person },
    profile(ago(joinedDay - 1, 1185), {
      'frame-number': 'AR17000001K',
      mobile: '+436600001001',
      'contact-time': 'evening',
    }),
    grant(ago(joinedDay - 1, 1186), company, 'service-reminder', {
      fields: ['email', 'frame-number', 'mobile', 'contact-time'],
      channels: ['email', 'sms'],
    }),
    { kind: 'verify', at: ago(joinedDay - 1, 1188), person, channels: ['sms', 'phone'] },
    view(office(calendar, 318, 605), company, 'service-reminder', 'Termin in der Werkstatt'),
    no(ago(182, 1264), 'object', company, 'similar-products'),
    // A year ago Anna said no; this question ended without an answer.
    ask(
      office(calendar, 64, 615),
      company,
      'ride-advice',
      'Sie fahren viel mit den Kindern. Dürfen wir Sie zu Rädern beraten, die das leichter machen?',
    ),
    view(office(calendar, 38, 890), company, 'service-reminder', 'Frage zum Service'),
  ];
}

export function annaAtRheinstrom(calendar: PlanCalendar, ago: Ago): PlannedAct[] {
  const company = 'rheinstrom';
  const outage: CatalogueField[] = ['mobile', 'postal-code'];
  return [
    connect(ago(302, 1210), company, 'directory', '40-1001-7'),
    profile(ago(302, 1212), {
      street: 'Seestraße 12',
      'meter-number': '1RST00001001',
      'household-size': '4',
      'home-type': 'house',
      heating: 'heat-pump',
      [READING_DAYS]: 'month-start',
    }),
    grant(ago(302, 1213), company, 'compare-consumption', {
      fields: [
        'meter-number',
        'postal-region',
        'email',
        'household-size',
        'home-type',
        'heating',
        READING_DAYS,
      ],
      channels: ['portal', 'email'],
    }),
    grant(ago(302, 1215), company, 'outage-sms', { fields: outage, channels: ['sms'] }),
    grant(ago(289, 755), company, 'energy-tips', {
      fields: ['email', 'home-type', 'heating'],
      channels: ['email'],
      version: 2,
    }),
    view(office(calendar, 251, 560), company, 'compare-consumption', 'Frage zum Verbrauch'),
    // The new text of the outage messages adds e-mail; Anna says yes to it.
    grant(ago(201, 1128), company, 'outage-sms', {
      fields: [...outage, 'email'],
      channels: ['sms', 'email'],
      version: 2,
    }),
    {
      kind: 'refuse',
      at: office(calendar, 196, 655),
      person,
      company,
      purpose: 'solar-advice',
      method: 'phone',
      staff: 'marketer-rheinstrom',
      source: 'Anruf der Kundin',
    },
    {
      kind: 'evidence',
      at: office(calendar, 188, 545),
      staff: 'officer-rheinstrom',
      company,
      purpose: 'solar-advice',
      person,
      reason: 'Stichprobe: Nein am Telefon',
    },
    // Held back: the no on the phone is not yet half a year old.
    ask(office(calendar, 140, 640), company, 'solar-advice', QUESTIONS.rheinstrom.reason),
    no(ago(121, 1302), 'withdraw', company, 'energy-tips'),
    { kind: 'pause', at: ago(100, 475), person, company, until: ago(86, 475) },
    { kind: 'channels-off', at: ago(95, 1330), person, company: null, channels: ['phone'] },
    { kind: 'wish', at: ago(95, 1331), person, company: null, wishes: { mostPerWeek: 2 } },
    {
      kind: 'wish',
      at: ago(95, 1333),
      person,
      company: null,
      wishes: { quietHours: { from: '21:00', to: '08:00', timeZone: 'Europe/Vienna' } },
    },
    view(office(calendar, 22, 500), company, 'outage-sms', 'Störung gemeldet'),
    // The last look of the demo at her data: yesterday, after all others have gone home.
    view(ago(1, 1002), company, 'compare-consumption', 'Rückruf erbeten'),
  ];
}

export function annaAtKornundkruste(calendar: PlanCalendar, ago: Ago): PlannedAct[] {
  const company = 'kornundkruste';
  const joined = ago(211, 508);
  const panel: CatalogueField[] = ['email', 'given-name', 'interests', 'attitudes'];
  return [
    connect(joined, company, 'join', 'KK 1001'),
    profile(joined, { 'favourite-branch': 'Bregenz Hafen' }, 'join'),
    grant(joined, company, 'bread-news', {
      fields: ['email', 'given-name', 'favourite-branch'],
      channels: ['email'],
      method: 'join',
    }),
    // Runs for six months, so it has ended and stands there as expired.
    grant(joined, company, 'last-loaves', {
      fields: ['favourite-branch'],
      channels: ['push'],
      version: 2,
      method: 'join',
    }),
    ask(
      office(calendar, 93, 600),
      company,
      'tasting-panel',
      'Sie kaufen oft bei uns im Hafen. Möchten Sie neue Brote kosten, bevor es sie gibt?',
    ),
    profile(ago(90, 1244), {
      attitudes: ['regional-first', 'lasting-quality'],
      needs: ['child-transport', 'order-ahead'],
    }),
    grant(ago(90, 1245), company, 'tasting-panel', {
      fields: [...panel, 'needs'],
      channels: ['email', 'portal'],
    }),
    view(office(calendar, 74, 610), company, 'tasting-panel', 'Rückmeldung zum Brot'),
    {
      kind: 'change',
      at: ago(61, 1170),
      person,
      company,
      purpose: 'tasting-panel',
      version: 1,
      fields: panel,
      channels: ['email'],
    },
    no(ago(30, 1281), 'withdraw', company, 'tasting-panel'),
    { kind: 'undo', at: ago(30, 1285), person, company, purpose: 'tasting-panel', undoes: 'withdraw' },
    { kind: 'wish', at: ago(29, 1240), person, company, wishes: { topicsOff: ['offers'] } },
    profile(ago(12, 1217), { 'birth-date': '1988-04-12' }),
    ask(office(calendar, 5, 570), company, 'birthday-bread', QUESTIONS.kornundkruste.reason),
  ];
}
