import type { Account } from '#app/core/sign-in/find-account.ts';
import type { StaffRole } from '#schema/staff.ts';

const HOMES: Readonly<Record<StaffRole, string>> = {
  owner: '/company',
  marketer: '/company',
  officer: '/officer',
  operator: '/operator',
};

/** Where a person's work begins; of several roles the first one counts. */
export function homeOf(account: Account): string {
  if (account.kind === 'customer') return '/me';
  const [role] = account.person.roles;
  return role ? HOMES[role] : '/';
}
