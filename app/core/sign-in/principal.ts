import { CustomerId, StaffId } from '#schema/ids.ts';

/**
 * Who signs in. `nobody` stands in for an address that no account has: its
 * proofs take the same path as everybody's and can never be met.
 */
export type Principal = `customer:${string}` | `staff:${string}` | `nobody:${string}`;

export type PrincipalId =
  | { readonly kind: 'customer'; readonly id: CustomerId }
  | { readonly kind: 'staff'; readonly id: StaffId };

export const customerPrincipal = (id: CustomerId): Principal => `customer:${id}`;
export const staffPrincipal = (id: StaffId): Principal => `staff:${id}`;
export const nobodyPrincipal = (id: string): Principal => `nobody:${id}`;

/** Undefined for `nobody` and for anything that is no principal. */
export function findPrincipalId(principal: string): PrincipalId | undefined {
  const [kind, id] = principal.split(':');
  if (kind === 'customer') {
    const parsed = CustomerId.safeParse(id);
    return parsed.success ? { kind, id: parsed.data } : undefined;
  }
  if (kind === 'staff') {
    const parsed = StaffId.safeParse(id);
    return parsed.success ? { kind, id: parsed.data } : undefined;
  }
  return undefined;
}
