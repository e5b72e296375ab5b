import type { RightsRequest } from '#app/core/request/request.ts';
import type { OpenRequests } from '#app/screens/me/home-more.tsx';
import type { RequestLine, RightsView } from '#app/screens/me/rights-view.ts';
import type { CompanyName } from '#app/screens/me/view.ts';
import { nameOf } from './find-company.server.ts';
import type { Visit } from './visit.server.ts';

const SENT_MAX = 1000;

export async function readRights(visit: Visit): Promise<RightsView> {
  const { core, customer, url } = visit;
  const { read } = core.storage;
  const companies = new Map((await read.company.all()).map((company) => [company.id, company]));
  const requests = await read.request.ofCustomer(customer.id);
  const sent = Number(url.searchParams.get('sent'));
  return {
    requests: requests.flatMap((request) => {
      const company = companies.get(request.companyId);
      return company ? lineOf(visit, request, nameOf(company)) : [];
    }),
    canAsk: (await read.relationship.allOfCustomer(customer.id)).length > 0,
    sent: Number.isInteger(sent) && sent > 0 && sent < SENT_MAX ? sent : null,
    manyCompanies: companies.size > 1,
  };
}

/** What the overview tells of requests. A held clock has no due day to promise. */
export async function readOpenRequests({ core, customer }: Visit): Promise<OpenRequests> {
  const requests = await core.storage.read.request.ofCustomer(customer.id);
  const open = requests.filter(({ state }) => state === 'open');
  const [dueOn = null] = open.map((request) => request.dueOn).sort();
  return { count: open.length, dueOn };
}

export function lineOf({ at }: Pick<Visit, 'at'>, request: RightsRequest, company: CompanyName): RequestLine {
  const { id, kind, state, arrivedOn, dueOn, dueAt, closedAt } = request;
  return { id, kind, company, state, late: state === 'open' && at >= dueAt, arrivedOn, dueOn, closedAt };
}
