import type { Jurisdiction } from '#schema/company.ts';
import type { Instant } from '#schema/instant.ts';
import { isHoliday } from './holidays.ts';
import { addDays, endOfDay, weekdayOf } from './local-day.ts';

/** Where the company is, the day begins and ends. */
export const TIME_ZONES: Readonly<Record<Jurisdiction, string>> = {
  de: 'Europe/Berlin',
  at: 'Europe/Vienna',
  ch: 'Europe/Zurich',
};

export interface Deadline {
  /** Last day on which the answer is in time. */
  readonly day: string;
  /** The instant after its last hour. */
  readonly endsAt: Instant;
}

/**
 * Until when a request is to be answered.
 *
 * DE, AT: one month (GDPR Art. 12(3)), counted after Regulation 1182/71: it
 * ends on the day with the number of the day of arrival, on the month's last
 * day where there is none; where that is a Saturday, Sunday or holiday, on the
 * next working day. CH: 30 days (FADP Art. 25(7), DPO Art. 18) after the day
 * of arrival; no law moves them, so they are not moved.
 *
 * Extended: by two further months, counted from arrival; in Switzerland, where
 * the law names no length, to 90 days in all.
 */
export function deadlineOf(arrivedOn: string, jurisdiction: Jurisdiction, extended = false): Deadline {
  const day =
    jurisdiction === 'ch'
      ? addDays(arrivedOn, extended ? 90 : 30)
      : nextWorkingDay(sameDayLater(arrivedOn, extended ? 3 : 1), jurisdiction);
  return { day, endsAt: endOfDay(day, TIME_ZONES[jurisdiction]) };
}

/** The day of the same number `months` later, else that month's last. */
function sameDayLater(day: string, months: number): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(number, last))).toISOString().slice(0, 10);
}

function nextWorkingDay(day: string, jurisdiction: Jurisdiction): string {
  let next = day;
  while (weekdayOf(next) > 5 || isHoliday(next, jurisdiction)) next = addDays(next, 1);
  return next;
}
