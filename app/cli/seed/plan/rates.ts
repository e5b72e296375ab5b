import type { CompanySlug } from '../content/companies.ts';
import type { Country } from '../content/places.ts';

/** How many of a company's customers answer a consent purpose, before anybody changes their mind; the rest leave it open. */
export interface AnswerRate {
  readonly yes: number;
  readonly no: number;
}

export const ANSWER_RATES: Readonly<Record<string, AnswerRate>> = {
  'alpenrad/newsletter': { yes: 0.6, no: 0.18 },
  'alpenrad/service-reminder': { yes: 0.7, no: 0.1 },
  'alpenrad/test-rides': { yes: 0.54, no: 0.2 },
  'alpenrad/ride-advice': { yes: 0.36, no: 0.3 },
  'rheinstrom/energy-tips': { yes: 0.56, no: 0.2 },
  'rheinstrom/compare-consumption': { yes: 0.52, no: 0.2 },
  'rheinstrom/outage-sms': { yes: 0.78, no: 0.06 },
  'rheinstrom/solar-advice': { yes: 0.34, no: 0.34 },
  'kornundkruste/bread-news': { yes: 0.6, no: 0.18 },
  'kornundkruste/birthday-bread': { yes: 0.76, no: 0.08 },
  'kornundkruste/last-loaves': { yes: 0.52, no: 0.2 },
  'kornundkruste/tasting-panel': { yes: 0.46, no: 0.24 },
};

/** Where people live, and which company they meet first there. */
export const COUNTRY_SHARES: readonly (readonly [Country, number])[] = [
  ['at', 0.44],
  ['de', 0.3],
  ['ch', 0.23],
  ['li', 0.03],
];

export const FIRST_COMPANY: Readonly<Record<Country, readonly (readonly [CompanySlug, number])[]>> = {
  at: shares(0.5, 0.25, 0.25),
  de: shares(0.25, 0.55, 0.2),
  ch: shares(0.2, 0.2, 0.6),
  li: shares(0.3, 0.35, 0.35),
};

function shares(
  alpenrad: number,
  rheinstrom: number,
  kornundkruste: number,
): (readonly [CompanySlug, number])[] {
  return [
    ['alpenrad', alpenrad],
    ['rheinstrom', rheinstrom],
    ['kornundkruste', kornundkruste],
  ];
}

/** Of ten customers about five have one company, three have two, two have all three. */
export const MORE_COMPANIES = { two: 0.46, three: 0.4 } as const;

/** The first item whose share covers `x`, 0 <= x < 1. */
export function byShare<T>(list: readonly (readonly [T, number])[], x: number): T {
  let left = x;
  for (const [item, share] of list) {
    left -= share;
    if (left < 0) return item;
  }
  const last = list.at(-1);
  if (last === undefined) throw new Error('no shares');
  return last[0];
}
