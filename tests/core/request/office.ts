import { onTestFinished } from 'vitest';
import { connectCompany } from '#app/core/relationship/connect-company.ts';
import { setCustomerNumber } from '#app/core/relationship/set-customer-number.ts';
import { makeRequest } from '#app/core/request/make-request.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { RequestId } from '#schema/ids.ts';
import type { StaffRole } from '#schema/staff.ts';
import { addDemoCompany } from '#tests/support/demo-company.ts';
import type { Engine } from '#tests/support/engines.ts';
import { createTestMailbox } from '#tests/support/mailbox.ts';
import { registerConfirmed } from '#tests/support/register.ts';
import { createTestCore } from '#tests/support/test-core.ts';

/** Two companies with an officer each, and Clara, who is connected with both. */
export async function openOffice(engine: Engine) {
  const it = await createTestCore(engine, { start: '2026-03-02T09:00:00.000Z' });
  onTestFinished(it.close);
  const { core } = it;
  const shop = (await addDemoCompany(core, 'alpenrad')).company;
  const other = (await addDemoCompany(core, 'rheinstrom')).company;
  const staff = (companyId: Staff['companyId'], email: string, role: StaffRole): Promise<Staff> =>
    addStaff(core, { companyId, email, name: 'Ute Feld', roles: [role], language: 'de' });
  const officer = await staff(shop.id, 'officer@shop.example', 'officer');
  const marketer = await staff(shop.id, 'marketer@shop.example', 'marketer');
  const foreign = await staff(other.id, 'officer@other.example', 'officer');
  const { customerId } = await registerConfirmed(core, 'clara@example.org');
  const relationship = await connectCompany(core, { customerId, companyId: shop.id, source: 'directory' });
  await connectCompany(core, { customerId, companyId: other.id, source: 'directory' });
  await setCustomerNumber(core, relationship.id, 'K-17');
  const mailbox = createTestMailbox(core);
  return { ...it, shop, other, officer, marketer, foreign, customerId, relationship, mailbox };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

export const PDF = { name: '../../etc/brief "x"\r\n.exe', bytes: Buffer.from('%PDF-1.7 a letter') };

/** Clara asks the shop. */
export async function ask(
  it: Office,
  kind: 'access' | 'erasure' | 'restriction' = 'access',
): Promise<RequestId> {
  const { core, customerId, shop } = it;
  const [id] = await makeRequest(core, {
    customerId,
    companyIds: [shop.id],
    kind,
    text: 'Was wissen Sie über mich?',
    files: [],
  });
  if (!id) throw new Error('no request');
  return id;
}
