import type { Disclosure } from '#app/core/disclosure/disclosure-store.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { FieldId } from '#schema/field.ts';
import type { CompanyId, SubjectId } from '#schema/ids.ts';
import { msOf } from '#schema/instant.ts';
import { type BuiltTown, buildTown } from '#tests/core/permission/built-town.ts';
import type { Dated, Deed, Scope, Town } from '#tests/core/permission/history.ts';
import { playDeed } from '#tests/core/permission/play-deed.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';

/** `purpose-0` newsletter, `purpose-1` advice, both by consent; `purpose-2` runs until a stop; `purpose-3` is contract. */
export const PLAN = (customers: number): Town => ({
  customers,
  companies: 1,
  purposes: [
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'objection' },
    { company: 0, basis: 'contract' },
  ],
});

const asks = (required: readonly FieldId[], optional: readonly FieldId[]): Scope => ({
  fields: [
    ...required.map((field) => ({ field, required: true })),
    ...optional.map((field) => ({ field, required: false })),
  ],
  channels: ['email', 'post'],
  validityMonths: 12,
});

export const SCOPES: readonly Scope[] = [
  asks(['email'], ['given-name', 'country', 'interests', 'household-size']),
  asks(['email'], ['family-name', 'street']),
  asks(['family-name'], ['street']),
  asks(['email'], []),
];

export interface Firm {
  readonly town: BuiltTown;
  readonly slug: string;
  readonly companyId: CompanyId;
  readonly marketer: Staff;
  /** A marketer's session with a fresh proof. */
  readonly cookie: string;
  play(deed: Deed): Promise<void>;
  /** Says yes to one purpose. */
  yes(customer: number, purpose: number, fields: readonly FieldId[]): Promise<void>;
  subject(customer: number): Promise<SubjectId>;
  /** Batches so far, newest first. */
  looks(): Promise<Disclosure[]>;
}

/** A company of its own inside a portal, with purposes and connected customers who have entered their profile. */
export async function openFirm(portal: TestPortal, customers: number, mark: string): Promise<Firm> {
  const { core } = portal.services;
  const town = await buildTown(core, PLAN(customers), mark);
  const [company] = town.companies;
  if (!company) throw new Error('no company');
  const hand = { restrictCustomer: () => Promise.reject(new Error('not here')) };
  const play = async (deed: Deed): Promise<void> => {
    const fate = await playDeed(core, town, { ...deed, at: msOf(core.world.now()) } as Dated, hand);
    if (fate === 'refused') throw new Error(`refused: ${JSON.stringify(deed)}`);
  };
  for (const [purpose, scope] of SCOPES.entries())
    await play({ type: 'release', purpose, scope, oldScopeForMs: null });
  await Promise.all(
    town.customers.map(async (_, customer) => {
      await play({ type: 'write', customer, round: 0 });
      await play({ type: 'connect', customer, company: 0 });
      await play({ type: 'confirm', customer });
      await play({ type: 'age', customer, limit: 16, yes: true });
    }),
  );
  return {
    town,
    slug: `co-${mark}-0`,
    companyId: company.id,
    marketer: company.marketer,
    cookie: await signInStaff(portal, company.marketer),
    play,
    yes: (customer, purpose, fields) =>
      play({ type: 'yes', customer, purpose, back: 0, fields, channels: ['email'] }),
    subject: async (customer) => {
      const id = town.customers[customer]?.id;
      const found = id && (await core.storage.read.relationship.findLive(id, company.id));
      if (!found) throw new Error(`customer ${customer} is not connected`);
      return found.subject;
    },
    looks: () => core.storage.read.disclosure.ofCompany(company.id, 1_000),
  };
}

export async function signInStaff(portal: TestPortal, staff: Staff, steppedUp = true): Promise<string> {
  const { core, auth } = portal.services;
  const wish = { principal: staffPrincipal(staff.id), remember: false, steppedUp };
  const opened = await core.storage.transact((tx) => openSession(core, tx, wish, core.world.now()));
  return auth.cookie(opened).split(';')[0] ?? '';
}

/** What a reader sees: tags and entities resolved. */
export function textOf(html: string): string {
  return html
    .replace(/^.*<body/s, '<body')
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}
