import { addMonths } from '#app/core/shared/calendar.ts';
import { type ProfileEntries, readOwn } from '#app/core/vault/doors/read-own.ts';
import { keepRelationship } from '#app/core/yearly/keep-relationship.ts';
import { wantYearlyReminder } from '#app/core/yearly/yearly-reminder.ts';
import type { PurposeLine } from '#app/screens/me/view.ts';
import { YEARLY_DONE, type YearlyCompany, type YearlyView } from '#app/screens/me/yearly.tsx';
import { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { findCompany } from './find-company.server.ts';
import { linesOf, readConnected, runs } from './lines.server.ts';
import { textOf } from './thread-form.server.ts';
import { oneOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

const MONTHS = 12;

/** Company by company what holds, and when the customer last said that it shall stay. */
export async function readYearly(visit: Visit): Promise<YearlyView> {
  const { core, customer, at, url, intentId } = visit;
  const { yearly } = core.storage.read;
  const kept = new Map((await yearly.kept(customer.id)).map((one) => [one.relationshipId, one.keptAt]));
  const own = await readOwn(core, customer.id);
  const companies = (await readConnected(core, customer.id, at)).map((one): YearlyCompany => {
    const lines = linesOf(one, at);
    const running = lines.purposes.filter(({ allowed }) => allowed);
    const keptAt = kept.get(one.relationship.id) ?? null;
    return {
      slug: lines.slug,
      name: lines.name,
      pausedUntil: lines.pausedUntil,
      running,
      channels: [...new Set(running.flatMap(({ channels }) => channels))],
      mayTakeBack: one.standings.some(runs),
      oldest: oldestOf(running, own),
      keptAt,
      seen: keptAt !== null && addMonths(keptAt, MONTHS) > at,
    };
  });
  const reminder = await yearly.reminder(customer.id);
  return {
    companies,
    nextAt: reminder?.nextAt ?? null,
    done: oneOf(YEARLY_DONE, url.searchParams.get('done')),
    intentId,
  };
}

/** What this company may see and what was entered longest ago. */
function oldestOf(running: readonly PurposeLine[], own: ProfileEntries): YearlyCompany['oldest'] {
  const shared = [...new Set(running.flatMap(({ fields }) => fields))];
  const dated = shared.flatMap((field) => {
    const entry = own[field];
    return entry && FieldId.safeParse(field).success ? [{ field, at: entry.at as Instant }] : [];
  });
  const first = dated.map(({ at }) => at.slice(0, 10)).sort()[0];
  const [one] = dated.filter(({ at }) => at.slice(0, 10) === first);
  if (first === undefined || !one) return null;
  const fields = dated.filter(({ at }) => at.slice(0, 10) === first).map(({ field }) => field);
  return { fields, at: one.at };
}

export async function actYearly(visit: PostVisit): Promise<Response> {
  const { core, customer, form } = visit;
  const act = oneOf(['keep', 'on', 'off'] as const, textOf(form, 'act'));
  if (act === 'keep') {
    const company = await findCompany(visit, textOf(form, 'company'));
    await keepRelationship(core, { customerId: customer.id, companyId: company.id });
    return seeOther('/me/yearly', { done: 'kept' });
  }
  if (act) await wantYearlyReminder(core, customer.id, act === 'on');
  return seeOther('/me/yearly', { done: act });
}
