import { addCompany } from '#app/core/company/add-company.ts';
import { confirmAddress } from '#app/core/customer/confirm-address.ts';
import { registerCustomer } from '#app/core/customer/register-customer.ts';
import { resendConfirmation } from '#app/core/customer/resend-confirmation.ts';
import type { Core } from '#app/core/shared/core.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { CompanyProfile } from '#schema/company.ts';
import type { CompanyId, CustomerId, PurposeId, Slug } from '#schema/ids.ts';
import { createTestMailbox, tokenIn } from '#tests/support/mailbox.ts';
import { ageLimitOf, type Town } from './history.ts';

const JURISDICTIONS = { 14: 'at', 16: 'de', none: 'ch' } as const;

/** A town that stands in a real database: the numbers of its history are ids here. */
export interface BuiltTown {
  readonly plan: Town;
  /** In the e-mail addresses and values of this town and of no other. */
  readonly mark: string;
  readonly companies: readonly { readonly id: CompanyId; readonly marketer: Staff }[];
  readonly customers: readonly { readonly id: CustomerId; readonly email: string }[];
  /** Filled as purposes are released. */
  readonly purposes: Map<number, PurposeId>;
  /** The button in the newest mail. */
  confirm(customer: number): Promise<void>;
}

/** Companies with a marketer each, customers registered but not confirmed. */
export async function buildTown(core: Core, plan: Town, mark: string): Promise<BuiltTown> {
  const companies: BuiltTown['companies'][number][] = [];
  for (let index = 0; index < plan.companies; index++) {
    const slug = `co-${mark}-${index}`;
    const { id } = await addCompany(core, slug as Slug, companyProfile(slug, index));
    const email = `marketer-${index}-${mark}@firm.example`;
    const person = { companyId: id, email, name: 'Mara Muster', language: 'de' as const };
    companies.push({ id, marketer: await addStaff(core, { ...person, roles: ['marketer'] }) });
  }
  const mailbox = createTestMailbox(core);
  const customers = await Promise.all(
    Array.from({ length: plan.customers }, async (_, index) => {
      const email = `customer-${index}-${mark}@canary.example`;
      await registerCustomer(core, { email, language: 'de' });
      const customer = await core.storage.read.customer.findByEmailIndex(
        core.keys.blindIndex('email', email),
      );
      if (!customer) throw new Error('registered, but not there');
      return { id: customer.id, email };
    }),
  );
  const first = new Map((await mailbox.collect()).map((mail) => [mail.to, tokenIn(mail)]));

  async function confirm(index: number): Promise<void> {
    const customer = customers[index];
    if (!customer) return;
    const known = await core.storage.read.customer.find(customer.id);
    if (known?.status !== 'unconfirmed') {
      const verification = { channel: 'email', verifiedAt: core.world.now(), how: 'again' } as const;
      return core.storage.transact((tx) => tx.customer.verify(customer.id, verification));
    }
    let token = core.world.now() === known.createdAt ? first.get(customer.email) : undefined;
    if (!token) {
      await resendConfirmation(core, customer.id);
      const mail = (await mailbox.collect()).findLast(({ to }) => to === customer.email);
      token = mail && tokenIn(mail);
    }
    await confirmAddress(core, { token: token ?? '' });
  }

  return { plan, mark, companies, customers, purposes: new Map(), confirm };
}

function companyProfile(name: string, index: number): CompanyProfile {
  return CompanyProfile.parse({
    name,
    legalName: `${name} GmbH`,
    address: 'Marktplatz 1, 6850 Dornbirn',
    email: 'office@firm.example',
    phone: '+43 5572 1',
    represented: 'Mara Muster',
    register: 'FN 1',
    officer: { name: 'Otto Ordnung', email: 'privacy@firm.example' },
    authority: { name: 'Datenschutzbehörde', url: 'https://dsb.example' },
    jurisdiction: JURISDICTIONS[ageLimitOf(index) ?? 'none'],
    languages: ['de', 'en'],
    about: { de: 'Eine Firma.' },
    hue: 30,
  });
}
