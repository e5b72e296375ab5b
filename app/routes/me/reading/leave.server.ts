import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { readProofEnd } from '#app/core/erasure/read-proof-end.ts';
import type { Recall } from '#app/core/recall/recall.ts';
import { endRelationship } from '#app/core/relationship/end-relationship.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { isSteppedUp } from '#app/core/sign-in/session.ts';
import type { LeaveView, LeavingCompany } from '#app/screens/me/leave.tsx';
import type { LeaveCompanyView } from '#app/screens/me/leave-company.tsx';
import { companyPath } from '#app/screens/me/view.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { findOnlyCompany, nameOf, readCompanyCase } from './find-company.server.ts';
import { linesOf, runs } from './lines.server.ts';
import { decisionOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

/** What ends, what the company received, and what is kept until when. @throws Response 404 when nothing is to be ended */
export async function readLeaveCompany(visit: Visit, company: Company): Promise<LeaveCompanyView> {
  const { core, at, intentId } = visit;
  const { read } = core.storage;
  const { relationship, standings } = await readCompanyCase(visit, company);
  if (!relationship) throw notFound();
  const ends = linesOf({ company, standings: standings.filter(runs), relationship }, at);
  return {
    company: nameOf(company),
    ends,
    received: await readReceived(visit, relationship),
    proofUntil: await readProofUntil(visit, relationship),
    hasRequests: (await read.request.ofRelationship(relationship.id)).length > 0,
    hasTalks: (await read.thread.ofCustomer(visit.customer.id, 50)).some(
      (thread) => thread.companyId === company.id,
    ),
    isHome: (await findOnlyCompany(visit)) !== undefined,
    intentId,
  };
}

/** Ends it, once however often it is sent. */
export async function leaveCompany(visit: PostVisit, company: Company): Promise<Response> {
  const { core, customer } = visit;
  const page = (await findOnlyCompany(visit)) ? '/me' : companyPath(company.slug);
  try {
    const input = { customerId: customer.id, companyId: company.id };
    await endRelationship(core, input, decisionOf(visit, null));
  } catch (error) {
    // Ended from another window meanwhile: the page shows what holds.
    if (!(error instanceof NotFoundError)) throw error;
    return seeOther(page);
  }
  return seeOther(page, { done: 'ended' });
}

/** The same for everything at once, company by company. */
export async function readLeave(visit: Visit): Promise<LeaveView> {
  const { core, customer, session, at, intentId } = visit;
  const { read } = core.storage;
  const companies: LeavingCompany[] = [];
  for (const relationship of await read.relationship.allOfCustomer(customer.id)) {
    const company = await read.company.find(relationship.companyId);
    if (!company) continue;
    const left = relationship.endedAt !== null;
    const proofUntil = left
      ? later(await read.relationship.proofUntil(relationship.id), at)
      : await readProofUntil(visit, relationship);
    // Left, and nothing of it remains: there is nothing to say about it.
    if (left && proofUntil === null) continue;
    const received = left ? [] : await readReceived(visit, relationship);
    companies.push({
      key: relationship.id,
      company: nameOf(company),
      left,
      proofUntil,
      fields: received.filter(({ deletedAt }) => deletedAt === null).map(({ field }) => field),
      deleted: received.filter(({ deletedAt }) => deletedAt !== null).map(({ field }) => field),
    });
  }
  const requests = await read.request.ofCustomer(customer.id);
  return {
    companies,
    requests: { all: requests.length, open: requests.filter(({ state }) => state === 'open').length },
    fresh: isSteppedUp(session, at),
    intentId,
  };
}

async function readReceived(
  { core }: Visit,
  { id }: Relationship,
): Promise<LeaveCompanyView['received'][number][]> {
  const { disclosure, recall } = core.storage.read;
  const last = new Map<FieldId, Instant>();
  for (const { fields, lastAt } of await disclosure.received(id)) {
    for (const field of fields) if (lastAt > (last.get(field) ?? '')) last.set(field, lastAt);
  }
  const confirmed = (await recall.ofRelationship(id)).filter(({ state }) => state === 'confirmed');
  return [...last].map(([field, lastAt]) => ({
    field,
    lastAt,
    deletedAt: confirmed.find((old) => saysDeleted(old, field, lastAt))?.closedAt ?? null,
  }));
}

function saysDeleted({ kind, fields, openedAt }: Recall, field: FieldId, lastAt: Instant): boolean {
  return kind !== 'rectified' && kind !== 'restricted' && openedAt >= lastAt && fields.includes(field);
}

async function readProofUntil({ core, at }: Visit, relationship: Relationship): Promise<Instant | null> {
  return later(await readProofEnd(core, core.storage.read, relationship, at), at);
}

/** Null: nothing is kept beyond this moment. */
function later(until: Instant | null, at: Instant): Instant | null {
  return until !== null && until > at ? until : null;
}
