import type { Company } from '#app/core/company/company.ts';
import type { Customer } from '#app/core/customer/customer.ts';
import type { Core } from '#app/core/shared/core.ts';
import { isSteppedUp, type Session } from '#app/core/sign-in/session.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { StaffRole } from '#schema/staff.ts';
import type { Auth } from './auth.ts';
import { pageOf } from './safe-path.ts';

/** The part of a request's context that says who is asking. */
export interface AuthContext {
  readonly services: { readonly core: Pick<Core, 'storage' | 'world'>; readonly auth: Auth };
}

export interface CustomerPrincipal {
  readonly kind: 'customer';
  readonly customer: Customer;
  readonly session: Session;
}

export interface StaffPrincipal {
  readonly kind: 'staff';
  readonly staff: Staff;
  readonly session: Session;
}

/** Whoever is signed in, on pages that everybody may see. */
export async function optionalPrincipal(
  request: Request,
  { services }: AuthContext,
): Promise<CustomerPrincipal | StaffPrincipal | null> {
  const found = await services.auth.identify(request);
  if (!found) return null;
  const { account, session } = found;
  return account.kind === 'customer'
    ? { kind: 'customer', customer: account.person, session }
    : { kind: 'staff', staff: account.person, session };
}

/** Anybody who is signed in: pages about the sign-in itself. @throws Response: 302 to the sign-in page */
export async function requirePrincipal(
  request: Request,
  context: AuthContext,
): Promise<CustomerPrincipal | StaffPrincipal> {
  const principal = await optionalPrincipal(request, context);
  if (!principal) throw signInFirst(request);
  return principal;
}

/** @throws Response: 302 to the sign-in page when nobody is signed in, 404 for staff */
export async function requireCustomer(request: Request, context: AuthContext): Promise<CustomerPrincipal> {
  const principal = await optionalPrincipal(request, context);
  if (!principal) throw signInFirst(request);
  if (principal.kind !== 'customer') throw notFound();
  return principal;
}

/**
 * A person of a company with (one of) the given roles. The company is the
 * person's own: take ids of other companies from nowhere.
 *
 * @throws Response: 302 to the sign-in page when nobody is signed in, 404 for everybody else
 */
export async function requireStaff(
  request: Request,
  context: AuthContext,
  roles: StaffRole | readonly StaffRole[],
): Promise<StaffPrincipal & { readonly company: Company }> {
  const principal = await requireRole(request, context, roles);
  const { companyId } = principal.staff;
  const company = companyId && (await context.services.core.storage.read.company.find(companyId));
  if (!company) throw notFound();
  return { ...principal, company };
}

/** The operator of the portal, who belongs to no company. */
export async function requireOperator(request: Request, context: AuthContext): Promise<StaffPrincipal> {
  return requireRole(request, context, 'operator');
}

/**
 * Export, another address, leaving: only shortly after a fresh proof.
 *
 * @throws Response: 302 to the page that asks for one and leads back here
 */
export function requireStepUp(request: Request, { services }: AuthContext, session: Session): void {
  if (isSteppedUp(session, services.core.world.now())) return;
  throw redirectTo(`/step-up?to=${encodeURIComponent(pageOf(request))}`);
}

async function requireRole(
  request: Request,
  context: AuthContext,
  roles: StaffRole | readonly StaffRole[],
): Promise<StaffPrincipal> {
  const principal = await optionalPrincipal(request, context);
  if (!principal) throw signInFirst(request, 'staff');
  if (principal.kind !== 'staff') throw notFound();
  const wanted = typeof roles === 'string' ? [roles] : roles;
  if (!principal.staff.roles.some((role) => wanted.includes(role))) throw notFound();
  return principal;
}

/** `ended`: a form was sent; the page says that nothing of it was saved. */
function signInFirst(request: Request, as?: 'staff'): Response {
  const query = new URLSearchParams({ to: pageOf(request) });
  if (as) query.set('as', as);
  if (request.method !== 'GET' && request.method !== 'HEAD') query.set('ended', '1');
  return redirectTo(`/sign-in?${query}`);
}

export function redirectTo(location: string): Response {
  return new Response(null, { status: 302, headers: { Location: location } });
}

/** Absent and forbidden are one answer. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' });
}
