import type { Company } from '#app/core/company/company.ts';
import { openCustomerNumber } from '#app/core/vault/doors/open-evidence.ts';
import type { CompanyPreference } from '#app/screens/me/company-controls.tsx';
import { COMPANY_DONE, type CompanyView } from '#app/screens/me/company-view.ts';
import { CHANNELS } from '#schema/channel.ts';
import { type CompanyCase, readCompanyCase } from './find-company.server.ts';
import { linesOf, runningPause } from './lines.server.ts';
import { readLooks } from './looks.server.ts';
import { readRecalls } from './recalls.server.ts';
import { readTakenBack, readUndone } from './taken-back.server.ts';
import { oneOf, type Visit } from './visit.server.ts';

export async function readCompanyView(visit: Visit, company: Company, isHome: boolean): Promise<CompanyView> {
  const { core, customer, at, url, intentId } = visit;
  const found = await readCompanyCase(visit, company);
  const { relationship, standings } = found;
  const { profile } = company;
  const number = relationship && (await openCustomerNumber(core, relationship, company.id));
  return {
    // Not connected: the same lines, but nothing runs and nothing has begun.
    company: linesOf(
      { company, standings, relationship: relationship ?? { createdAt: at, pausedUntil: null } },
      at,
    ),
    facts: {
      about: profile.about,
      legalName: profile.legalName,
      address: profile.address,
      email: profile.email,
      phone: profile.phone,
      officer: profile.officer,
      authority: profile.authority,
      customerNumber: number ?? null,
    },
    connected: relationship !== undefined,
    isHome,
    preference: await readCompanyPreference(visit, found),
    looks: relationship ? await readLooks(core, customer.id, { companyId: company.id, limit: 3 }) : [],
    recalls: await readRecalls(visit, company.id),
    done: oneOf(COMPANY_DONE, url.searchParams.get('done')),
    takenBack: await readTakenBack(visit),
    undone: readUndone(visit),
    intentId,
  };
}

async function readCompanyPreference(
  { core, customer, at }: Visit,
  { company, standings }: CompanyCase,
): Promise<CompanyPreference> {
  const { preference } = core.storage.read;
  const own = await preference.find(customer.id, company.id);
  const byDefault = await preference.find(customer.id, null);
  const channelsOff = own.channelsOff ?? byDefault.channelsOff ?? [];
  const used = new Set([
    ...channelsOff,
    ...standings.flatMap((standing) =>
      standing.purpose.basis === 'consent' || standing.purpose.basis === 'objection'
        ? (standing.granted ?? standing.current).content.channels
        : [],
    ),
  ]);
  return {
    pausedUntil: runningPause(own.pausedUntil, at),
    pausedEverywhereUntil: runningPause(byDefault.pausedUntil, at),
    channels: CHANNELS.filter((channel) => used.has(channel)),
    channelsOff,
    differs: own.channelsOff !== null,
  };
}
