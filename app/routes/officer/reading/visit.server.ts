import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Session } from '#app/core/sign-in/session.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { Instant } from '#schema/instant.ts';

/** One request of a company's privacy officer. */
export interface OfficerVisit {
  readonly core: Core;
  readonly staff: Staff;
  /** The officer's own; ids of other companies are taken from nowhere. */
  readonly company: Company;
  readonly session: Session;
  readonly at: Instant;
  readonly url: URL;
}

/** @throws Response 302 to the sign-in page, 404 for everybody who is no officer */
export async function openVisit({
  request,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<OfficerVisit> {
  const { staff, company, session } = await requireStaff(request, context, 'officer');
  const { core } = context.services;
  return { core, staff, company, session, at: core.world.now(), url: new URL(request.url) };
}
