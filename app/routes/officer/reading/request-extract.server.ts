import { wordsOf } from '#app/core/company-field/company-field.ts';
import { attachExtract } from '#app/core/request/attach-extract.ts';
import type { StepInput } from '#app/core/request/change-request.ts';
import { collectExtract } from '#app/core/request/collect-extract.ts';
import { wasDone } from '#app/core/shared/idempotency-store.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { openRequest } from '#app/core/vault/doors/open-request.ts';
import { requestExtract } from '#app/files/request-extract.tsx';
import type { RequestVisit } from './request.server.ts';
import { localeFor } from './request-reply.server.ts';

/** Opens what the portal holds of this relationship, as a page and as data, and attaches both. */
export async function sendExtract(
  visit: RequestVisit,
  step: StepInput & { readonly by: Staff; readonly reason: string },
): Promise<void> {
  const { core, staff, company, at } = visit;
  // The same form again must not open anything a second time.
  if (step.intent && (await wasDone(core.storage.read.idempotency, step.intent))) return;
  const { asked } = await openRequest(core, step.requestId, staff);
  const extract = await collectExtract(core, staff, step.requestId, step.reason);
  const purposes = await core.storage.read.purpose.all(company.id);
  const titles = new Map(
    purposes.map(({ purpose, version }) => [purpose.id as string, version.content.title]),
  );
  const locale = localeFor(asked.language, company.profile.jurisdiction);
  const released = await core.storage.read.companyField.released();
  const companyFields = released.filter(({ companyId }) => companyId === company.id).map(wordsOf);
  await attachExtract(core, {
    ...step,
    files: requestExtract(extract, { company, companyFields, titles, locale, at }),
  });
}
