import { randomUUID } from 'node:crypto';
import type { Consent } from '#app/core/consent/consent.ts';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import type { CustomerId } from '#schema/ids.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';

export interface SeenPage {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** What a reader sees, tags and entities resolved. */
  readonly text: string;
  /** Value of a hidden field; throws when the page has none of this name. */
  hidden(name: string): string;
}

/** A customer at the portal, by the front door: cookies, forms and redirects as a browser without scripts has them. */
export interface CustomerVisit {
  readonly customerId: CustomerId;
  readonly cookie: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<SeenPage>;
  /** Posts a form with an intent of its own unless one is given. Never follows. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
  /** Posts and goes where the answer leads. */
  act(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<SeenPage>;
  /** The stored answer to a purpose; undefined: no row. */
  consent(company: string, purpose: string): Promise<Consent | undefined>;
}

/** What a visit needs of a portal. */
export type VisitedPortal = Pick<TestPortal, 'services' | 'request' | 'post'>;

export function visitAs(portal: VisitedPortal, customerId: CustomerId, cookie: string): CustomerVisit {
  const { read } = portal.services.core.storage;
  const get: CustomerVisit['get'] = async (path, headers = {}) =>
    seen(await portal.request(path, { headers: { cookie, ...headers } }));
  const post: CustomerVisit['post'] = (path, fields) =>
    portal.post(path, cookie, { 'intent-id': randomUUID(), ...fields });
  return {
    customerId,
    cookie,
    get,
    post,
    act: async (path, fields) => {
      const response = await post(path, fields);
      const location = response.headers.get('location');
      if (response.status !== 303 || !location) return seen(response);
      return get(location);
    },
    consent: async (companySlug, purposeSlug) => {
      const company = await read.company.findBySlug(companySlug);
      const relationship = company && (await read.relationship.findLive(customerId, company.id));
      const purpose = company && (await read.purpose.findBySlug(company.id, purposeSlug));
      return relationship && purpose ? read.consent.find(relationship.id, purpose.id) : undefined;
    },
  };
}

/** A customer who has just registered, connected with these companies and has entered nothing. */
export async function freshCustomer(
  portal: VisitedPortal,
  email: string,
  companies: readonly string[] = [],
): Promise<CustomerVisit> {
  const { core, auth } = portal.services;
  const { customerId, opened } = await registerConfirmed(core, email);
  for (const slug of companies) {
    const company = await core.storage.read.company.findBySlug(slug);
    if (!company) throw new Error(`no company ${slug}`);
    await connectCompany(core, { customerId, companyId: company.id, source: 'directory' });
  }
  return visitAs(portal, customerId, auth.cookie(opened).split(';')[0] ?? '');
}

/** A yes on the page of a purpose, to the text that is shown there, by e-mail unless told otherwise. */
export async function sayYes(
  visit: CustomerVisit,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<SeenPage> {
  const page = await visit.get(path);
  return visit.act(path, {
    act: 'yes',
    version: page.hidden('version'),
    language: page.hidden('language'),
    channel: 'email',
    ...fields,
  });
}

async function seen(response: Response): Promise<SeenPage> {
  const html = await response.text();
  return {
    status: response.status,
    html,
    headers: response.headers,
    text: textOf(html),
    hidden: (name) => {
      const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
      if (value === undefined) throw new Error(`no hidden field ${name}`);
      return value;
    },
  };
}

function textOf(html: string): string {
  const body = html.replace(/^.*<body/s, '<body').replaceAll(/<!-- -->/g, '');
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}
