import type { Jurisdiction } from '#schema/company.ts';
import { addDays } from './local-day.ts';

/** Days of the year, `MM-DD`, that are holidays in the whole country by law. */
const FIXED: Readonly<Record<Jurisdiction, readonly string[]>> = {
  de: ['01-01', '05-01', '10-03', '12-25', '12-26'],
  at: ['01-01', '01-06', '05-01', '08-15', '10-26', '11-01', '12-08', '12-25', '12-26'],
  // The only one of the whole Confederation (BV Art. 110(3)); all others are cantonal.
  ch: ['08-01'],
};

/** Days after Easter Sunday. Good Friday is a holiday in Germany, Corpus Christi in Austria. */
const MOVING: Readonly<Record<Jurisdiction, readonly number[]>> = {
  de: [-2, 1, 39, 50],
  at: [1, 39, 50, 60],
  ch: [],
};

/** Easter Sunday of a Gregorian year (Meeus, Jones, Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A holiday of the whole country; those of single Länder or cantons do not count. */
export function isHoliday(day: string, jurisdiction: Jurisdiction): boolean {
  if (FIXED[jurisdiction].includes(day.slice(5))) return true;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return MOVING[jurisdiction].some((after) => addDays(easter, after) === day);
}
