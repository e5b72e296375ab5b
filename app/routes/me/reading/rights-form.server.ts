import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { restrictRelationship } from '#app/core/relationship/restrict-relationship.ts';
import { makeRequest, NEEDS_WORDS } from '#app/core/request/make-request.ts';
import { evidenceKeyId } from '#app/core/vault/places.ts';
import { explainRequestRefusal } from '#app/http/request-refusal.server.ts';
import { sentFiles } from '#app/http/sent-files.server.ts';
import { message } from '#app/i18n/message.ts';
import {
  ALL_COMPANIES,
  type AskedCompany,
  askPath,
  ownRequestPath,
  RIGHTS_DONE,
  type RightsFormView,
  rightsPath,
  type SentRights,
} from '#app/screens/me/rights-view.ts';
import type { CompanyId } from '#schema/ids.ts';
import { REQUEST_KINDS, type RequestKind } from '#schema/request.ts';
import { nameOf } from './find-company.server.ts';
import { oneOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

type Known = AskedCompany & { readonly companyId: CompanyId };

/** @throws Response 404 for a right that there is not, and for a customer who never had a company */
export async function readRightsForm(visit: Visit): Promise<RightsFormView> {
  const { url, intentId } = visit;
  const kind = kindOf(visit);
  const companies = await readCompanies(visit, kind);
  if (companies.length === 0) throw notFound();
  const asked = url.searchParams.get('company');
  const what = oneOf(RIGHTS_DONE, url.searchParams.get('done'));
  const company = companies.find(({ slug }) => slug === asked);
  return {
    kind,
    companies: companies.map(({ companyId, ...shown }) => shown),
    chosen: company?.slug ?? (asked === ALL_COMPANIES ? ALL_COMPANIES : null),
    needsWords: NEEDS_WORDS.includes(kind),
    done: what && company ? { what, company: company.name } : null,
    intentId,
  };
}

export async function sendRightsForm(visit: PostVisit): Promise<Response> {
  const kind = kindOf(visit);
  const companies = await readCompanies(visit, kind);
  switch (visit.form.get('act')) {
    case 'ask':
      return ask(visit, kind, companies);
    case 'restrict':
    case 'unrestrict':
      return restrict(visit, companies);
    default:
      throw new Response(null, { status: 400 });
  }
}

async function ask(visit: PostVisit, kind: RequestKind, companies: readonly Known[]): Promise<Response> {
  const { core, customer, form, intent } = visit;
  const word = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const typed = { company: word('company'), text: word('text') };
  const chosen = companies.filter(({ slug }) => typed.company === ALL_COMPANIES || slug === typed.company);
  if (chosen.length === 0) {
    // A company that is none of theirs is no company.
    if (typed.company !== '') throw notFound();
    return refuse({ typed, errors: [{ id: 'company', message: message('me.rights.companyMissing') }] });
  }
  try {
    const companyIds = chosen.map(({ companyId }) => companyId);
    const files = await sentFiles(form, 'file');
    const ids = await makeRequest(core, {
      customerId: customer.id,
      companyIds,
      kind,
      text: typed.text,
      files,
      intent,
    });
    const [only] = ids;
    return ids.length === 1 && only
      ? seeOther(ownRequestPath(only))
      : seeOther(rightsPath, { sent: ids.length });
  } catch (error) {
    return refuse({ typed, errors: [explainRequestRefusal(error)] });
  }
}

/** At once and without a request: the company may use nothing here until it is lifted. */
async function restrict(visit: PostVisit, companies: readonly Known[]): Promise<Response> {
  const { core, customer, form, sentBefore } = visit;
  const company = companies.find(({ slug, left }) => slug === form.get('company') && !left);
  if (!company) throw notFound();
  const restricted = form.get('act') === 'restrict';
  if (!sentBefore) {
    const { companyId } = company;
    await restrictRelationship(core, { customerId: customer.id, companyId, restricted });
  }
  const [path = rightsPath] = askPath('restriction').split('?');
  const done = restricted ? 'restricted' : 'unrestricted';
  return seeOther(path, { kind: 'restriction', company: company.slug, done });
}

function kindOf({ url }: Visit): RequestKind {
  const kind = oneOf(REQUEST_KINDS, url.searchParams.get('kind'));
  if (!kind) throw notFound();
  return kind;
}

/** Every company this customer is or was connected with and that still keeps something here. */
async function readCompanies({ core, customer }: Visit, kind: RequestKind): Promise<Known[]> {
  const { read } = core.storage;
  const all = await read.relationship.allOfCustomer(customer.id);
  const companies: Known[] = [];
  for (const company of await read.company.all()) {
    const newest = all
      .filter(({ companyId }) => companyId === company.id)
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
    if (!newest || !(await core.keys.find(evidenceKeyId(newest.id)))) continue;
    const requests = await read.request.ofRelationship(newest.id);
    const open = requests.find((request) => request.kind === kind && request.state === 'open');
    companies.push({
      ...nameOf(company),
      companyId: company.id,
      left: newest.endedAt !== null,
      restrictedAt: newest.restrictedAt,
      open: open?.id ?? null,
    });
  }
  return companies;
}

function refuse(sent: SentRights): Response {
  return json(sent, { status: 422 });
}
