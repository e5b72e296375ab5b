import { answerAge } from '#app/core/customer/answer-age.ts';
import { confirmAddress } from '#app/core/customer/confirm-address.ts';
import { registerCustomer } from '#app/core/customer/register-customer.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Principal } from '#app/core/sign-in/principal.ts';
import type { OpenedSession } from '#app/core/sign-in/session.ts';
import { addStaff } from '#app/core/staff/add-staff.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { StaffRole } from '#schema/staff.ts';
import { createTestMailbox, tokenIn } from '#tests/support/mailbox.ts';

export interface RegisteredCustomer {
  readonly customerId: CustomerId;
  readonly principal: Principal;
  readonly opened: OpenedSession;
}

/** A customer by the front door: registers, presses the button in the mail and, unless told otherwise, is 16 or older. */
export async function registerConfirmed(
  core: Core,
  email: string,
  { grownUp = true }: { readonly grownUp?: boolean } = {},
): Promise<RegisteredCustomer> {
  await registerCustomer(core, { email, language: 'de' });
  // Other mails may wait in a portal where more goes on.
  const mail = (await createTestMailbox(core).collect()).findLast(({ to }) => to === email);
  if (!mail) throw new Error(`no mail to ${email}`);
  const { customerId, opened } = await confirmAddress(core, { token: tokenIn(mail) });
  if (grownUp) await answerAge(core, { customerId, limit: 16, yes: true });
  return { customerId, principal: opened.session.principal, opened };
}

/** A person of the portal's operator, or of a company that is added apart. */
export function addTestStaff(
  core: Core,
  email: string,
  roles: readonly StaffRole[] = ['operator'],
): Promise<Staff> {
  return addStaff(core, { companyId: null, email, name: 'Olga Ortner', roles, language: 'de' });
}
