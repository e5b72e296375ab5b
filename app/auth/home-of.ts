import type { Staff } from '#app/core/staff/staff.ts';
import type { StaffRole } from '#schema/staff.ts';
import type { CustomerPrincipal, StaffPrincipal } from './require.ts';

const HOMES: Readonly<Record<StaffRole, string>> = {
  owner: '/company',
  marketer: '/company',
  officer: '/officer',
  operator: '/operator',
};

type Person =
  | { readonly kind: 'customer'; readonly person: unknown }
  | { readonly kind: 'staff'; readonly person: Pick<Staff, 'roles'> };

/** Where a person's work begins; of several roles the first one counts. */
export function homeOf(account: Person): string {
  if (account.kind === 'customer') return '/me';
  const [role] = account.person.roles;
  return role ? HOMES[role] : '/';
}

export function homeOfPrincipal(principal: CustomerPrincipal | StaffPrincipal): string {
  return principal.kind === 'customer'
    ? homeOf({ kind: 'customer', person: principal.customer })
    : homeOf({ kind: 'staff', person: principal.staff });
}
