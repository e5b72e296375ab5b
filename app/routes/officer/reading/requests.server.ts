import { REMIND_BEFORE_MS } from '#app/core/request/remind-requests.ts';
import type { RightsRequest } from '#app/core/request/request.ts';
import { addMs } from '#app/core/shared/calendar.ts';
import { openAsked } from '#app/core/vault/doors/open-request.ts';
import {
  type OfficerRequestLine,
  type QueueView,
  REQUEST_GROUPS,
  type RequestFigures,
} from '#app/screens/officer/request-view.ts';
import { REQUEST_KINDS } from '#schema/request.ts';
import { oneOf } from '../../me/reading/visit.server.ts';
import type { OfficerVisit } from './visit.server.ts';

/** More than a company has open at once; closed ones show their newest. */
const LINES = 200;

export async function readQueue(visit: OfficerVisit): Promise<QueueView> {
  const { core, company, at, url } = visit;
  const group = oneOf(REQUEST_GROUPS, url.searchParams.get('show')) ?? 'open';
  const kind = oneOf(REQUEST_KINDS, url.searchParams.get('kind'));
  const requests = await core.storage.read.request.ofCompany(company.id, {
    closed: group === 'closed',
    limit: LINES,
    ...(group === 'overdue' ? { dueBefore: at } : {}),
    ...(kind ? { kind } : {}),
  });
  return {
    figures: await readRequestFigures(visit),
    group,
    kind,
    lines: await Promise.all(requests.map((request) => lineOf(visit, request))),
  };
}

export function readRequestFigures({ core, company, at }: OfficerVisit): Promise<RequestFigures> {
  return core.storage.read.request.count(company.id, at, addMs(at, REMIND_BEFORE_MS));
}

export async function lineOf(
  { core, at, staff }: OfficerVisit,
  request: RightsRequest,
): Promise<OfficerRequestLine> {
  const { id, kind, origin, state, arrivedOn, dueOn, dueAt, extendedAt, hold, closedAt } = request;
  const relationship =
    request.relationshipId && (await core.storage.read.relationship.find(request.relationshipId));
  const asked = request.relationshipId ? undefined : await openAsked(core, request, staff);
  return {
    id,
    kind,
    origin,
    state,
    late: state === 'open' && at >= dueAt,
    arrivedOn,
    dueOn,
    extended: extendedAt !== null,
    held: hold !== null,
    closedAt,
    subject: relationship ? relationship.subject : null,
    name: asked?.person?.name ?? null,
  };
}
