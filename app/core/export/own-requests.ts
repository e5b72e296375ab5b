import type { ExportedRequest } from '#schema/exported-request.ts';
import type { CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { openRequest } from '../vault/doors/open-request.ts';
import { type Companies, slugOf } from './company-names.ts';

/** The customer's rights requests, newest first, as the customer's own pages show them. */
export async function ownRequests(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  companies: Companies,
): Promise<ExportedRequest[]> {
  const exported: ExportedRequest[] = [];
  for (const { id } of await core.storage.read.request.ofCustomer(customerId)) {
    const opened = await openRequest(core, id, { customerId }).catch((error: unknown) => {
      // Its evidence is shredded: there is nothing left to take along.
      if (error instanceof NotFoundError) return undefined;
      throw error;
    });
    if (!opened) continue;
    const { request, asked, events } = opened;
    const { kind, origin, state, arrivedOn, dueOn, closedAt } = request;
    exported.push({
      id,
      company: slugOf(companies, request.companyId),
      kind,
      origin,
      state,
      arrivedOn,
      dueOn,
      closedAt,
      text: asked.text,
      steps: events.map(({ at, kind: what, actor, text, until, files }) => ({
        at,
        kind: what,
        by: actor,
        text,
        until,
        files: files.map(({ name, type, bytes }) => ({ name, type, bytes })),
      })),
    });
  }
  return exported;
}
