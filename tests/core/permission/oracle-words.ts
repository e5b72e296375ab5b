import { ageLimitOf, type Dated } from './history.ts';
import { FOREVER, monthsAfter, type Person } from './oracle-memory.ts';
import type { Edition, Word } from './oracle-table.ts';

export const dayOf = (at: number): number => Math.floor(at / 86_400_000);

/** As long as the text says, or as short as the person wants it; what runs is not made longer in passing. */
export function runsFor(
  { at, months }: Extract<Dated, { type: 'yes' }>,
  top: Word | undefined,
  newest: number,
  edition: Edition | undefined,
): number {
  const full = edition?.scope.validityMonths ?? null;
  const asAsked = (from: number) => (full === null ? FOREVER : monthsAfter(from, full));
  if (months !== undefined) return Math.min(monthsAfter(at, months), asAsked(at));
  const stands = top?.says === 'yes' || top?.says === 'unconfirmed yes';
  if (!top || !stands || top.runsUntil <= at) return asAsked(at);
  const sameText = top.edition === newest || edition?.corrects === true;
  const keeps = top.says === 'yes' || top.runsUntil < asAsked(top.at);
  return sameText && keeps ? Math.min(top.runsUntil, asAsked(at)) : asAsked(at);
}

/** Undefined: never said. Who is 16 is 14; who is not 14 is not 16. */
export function saidOldEnough({ ages }: Pick<Person, 'ages'>, company: number): boolean | undefined {
  const limit = ageLimitOf(company);
  if (limit === null) return true;
  return ages.findLast(({ limit: said, yes }) => (yes ? said >= limit : said <= limit))?.yes;
}
