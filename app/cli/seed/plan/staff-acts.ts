import { instantOf } from '#schema/instant.ts';
import { COMPANY_SLUGS, type CompanySlug } from '../content/companies.ts';
import { SEGMENTS } from '../content/segments.ts';
import { MINUTE_MS } from './calendar.ts';
import type { PlanFrame } from './journey.ts';
import type { PlannedAct } from './planned-act.ts';
import { segmentsReadyMs } from './portal-acts.ts';
import { mixSeed, type Random, randomFrom } from './random.ts';

const STAFF_STREAM = 2;

/** What each company sends out once a month, and why the file is needed. */
const MONTHLY: Readonly<Record<CompanySlug, { readonly purpose: string; readonly reason: string }>> = {
  alpenrad: { purpose: 'newsletter', reason: 'Versand des Newsletters' },
  rheinstrom: { purpose: 'outage-sms', reason: 'Abgleich mit dem SMS-Dienst' },
  kornundkruste: { purpose: 'bread-news', reason: 'Versand der Montagsmail' },
};

/** On how many working days once somebody sees to the recalls: one of the three lets the term pass. */
const RECALL_DAYS: Readonly<Record<CompanySlug, number>> = { alpenrad: 4, kornundkruste: 8, rheinstrom: 22 };
const RECALL_NOTE = 'Aus der Kundenkartei und dem Verteiler gelöscht.';

const LIST_REASONS = ['Planung der nächsten Aktion', 'Durchsicht', 'Auswahl für eine Einladung'] as const;

/** Lists on most working days and one export a month, for each company. Does not depend on who the customers are. */
export function staffActs(frame: PlanFrame, seed: number): PlannedAct[] {
  return COMPANY_SLUGS.flatMap((company, index) =>
    companyActs(frame, company, randomFrom(mixSeed(seed, STAFF_STREAM, index)), index),
  );
}

function companyActs(frame: PlanFrame, company: CompanySlug, random: Random, index: number): PlannedAct[] {
  const { days, startMs, staffEndMs } = frame.calendar;
  const purposes = frame.purposes[company].filter(
    ({ basis }) => basis === 'consent' || basis === 'objection',
  );
  const segments = SEGMENTS.filter((segment) => segment.company === company);
  const staff = `marketer-${company}`;
  const acts: PlannedAct[] = [];
  let exportedMonth = '';
  let recallsDue = RECALL_DAYS[company];
  days.forEach(({ startMs: midnight, working }, day) => {
    const time = (openMinute: number, span: number): number =>
      Math.floor(midnight + (openMinute + random.next() * span) * MINUTE_MS);
    const month = instantOf(midnight + 720 * MINUTE_MS).slice(0, 7);
    if (!working || midnight < startMs) return;
    // Some companies send early in the month, some later.
    const due = month !== exportedMonth && dayOfMonth(midnight) >= 3 + 6 * index;
    const exportMs = time(540, 60);
    if (due && day > 5 && exportMs <= staffEndMs) {
      exportedMonth = month;
      const { purpose, reason } = MONTHLY[company];
      const format = random.chance(0.7) ? 'csv' : 'ndjson';
      acts.push({ kind: 'export', at: instantOf(exportMs), staff, company, purpose, format, reason });
      const sentMs = exportMs + 90 * MINUTE_MS;
      if (company === 'alpenrad' && sentMs <= staffEndMs)
        acts.push({
          kind: 'report-uses',
          at: instantOf(sentMs),
          staff,
          company,
          purpose,
          channel: 'email',
          topic: 'news',
          reference: `Newsletter ${month}`,
        });
    }
    recallsDue -= 1;
    const recallMs = time(500, 300);
    if (recallsDue <= 0 && recallMs <= staffEndMs) {
      recallsDue = RECALL_DAYS[company];
      acts.push({ kind: 'confirm-recalls', at: instantOf(recallMs), staff, company, note: RECALL_NOTE });
    }
    const listMs = time(480, 420);
    if (!random.chance(0.7) || listMs > staffEndMs) return;
    const reason = random.pick(LIST_REASONS);
    const segment =
      listMs > segmentsReadyMs(frame.calendar) && random.chance(0.4) ? random.pick(segments) : null;
    const purpose = segment?.purpose ?? random.pick(purposes).slug;
    acts.push({
      kind: 'list',
      at: instantOf(listMs),
      staff,
      company,
      purpose,
      segment: segment?.slug ?? null,
      reason,
    });
  });
  return acts;
}

function dayOfMonth(midnightMs: number): number {
  return Number(instantOf(midnightMs + 720 * MINUTE_MS).slice(8, 10));
}
