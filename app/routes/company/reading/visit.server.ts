import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Session } from '#app/core/sign-in/session.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { fetchesAhead } from '#app/http/opens-page.ts';
import type { Instant } from '#schema/instant.ts';
import type { StaffRole } from '#schema/staff.ts';

/** One request of a company's marketer. */
export interface StaffVisit {
  readonly core: Core;
  readonly staff: Staff;
  readonly company: Company;
  readonly session: Session;
  readonly at: Instant;
  readonly url: URL;
  /** For the hidden field of each form on the page. */
  readonly intentId: string;
}

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** @throws Response 302 to the sign-in page, 404 for everybody who is no marketer */
export function openVisit(args: Args): Promise<StaffVisit> {
  return openFor(args, 'marketer');
}

/** The company's first page, for those who work with people and for those who answer for the company. */
export function openHomeVisit(args: Args): Promise<StaffVisit> {
  return openFor(args, ['marketer', 'owner']);
}

async function openFor(
  { request, context }: Args,
  roles: StaffRole | readonly StaffRole[],
): Promise<StaffVisit> {
  const { staff, company, session } = await requireStaff(request, context, roles);
  const { core } = context.services;
  return {
    core,
    staff,
    company,
    session,
    at: core.world.now(),
    url: new URL(request.url),
    intentId: randomUUID(),
  };
}

/**
 * For pages whose loader discloses: only somebody who will look at the page
 * may cause the record that somebody looked. Remix answers HEAD by running the
 * loader, and browsers may fetch ahead.
 *
 * @throws Response 405 or 403
 */
export async function openDisclosingVisit(args: Args): Promise<StaffVisit> {
  const visit = await openVisit(args);
  const { method, headers } = args.request;
  if (method !== 'GET') throw new Response(null, { status: 405, headers: { Allow: 'GET' } });
  if (fetchesAhead(headers)) throw new Response(null, { status: 403 });
  return visit;
}
