import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { LookDay } from '#app/screens/me/looks-plot.tsx';
import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Visit } from './visit.server.ts';

const WEEKS = 17;

export interface LookDays {
  readonly from: string;
  readonly to: string;
  readonly days: readonly LookDay[];
}

/** Looks per day (UTC) and company over the last weeks, days without any left out. */
export async function readLookDays({ core, customer, at }: Visit, companyId?: CompanyId): Promise<LookDays> {
  const from = addMs(at, -(WEEKS * 7 - 1) * DAY_MS).slice(0, 10);
  const since = `${from}T00:00:00.000Z` as Instant;
  const { read } = core.storage;
  const names = new Map((await read.company.all()).map(({ id, profile }) => [id, profile.name]));
  const counted = (await read.disclosure.countByDay(customer.id, since)).filter(
    (one) => companyId === undefined || one.companyId === companyId,
  );
  const days = new Map<string, Map<string, number>>();
  for (const { day, companyId: by, count } of counted) {
    const name = names.get(by);
    if (!name) continue;
    const companies = days.get(day) ?? new Map<string, number>();
    companies.set(name, (companies.get(name) ?? 0) + count);
    days.set(day, companies);
  }
  return {
    from,
    to: at.slice(0, 10),
    days: [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, companies]) => ({
        day,
        companies: [...companies].map(([name, count]) => ({ name, count })),
      })),
  };
}
