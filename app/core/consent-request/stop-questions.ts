import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';

interface StopInput {
  readonly customerId: CustomerId;
  readonly companyId: CompanyId;
}

/**
 * No more questions from this company, also after leaving and coming back;
 * what it still asks is put away without an answer. Nothing that was permitted
 * changes, and the company does not learn of it.
 */
export function stopQuestions(core: Pick<Core, 'sequencer'>, input: StopInput): Promise<void> {
  return core.sequencer.submit(async ({ tx, at }) => {
    await requireCompany(tx, input);
    await tx.consentRequest.stop(input.customerId, input.companyId, at);
    await tx.consentRequest.holdBack(input.customerId, input.companyId, 'no-more-questions');
  });
}

/** The company may ask again, as often as anybody may. */
export function allowQuestions(core: Pick<Core, 'sequencer'>, input: StopInput): Promise<void> {
  return core.sequencer.submit(async ({ tx }) => {
    await requireCompany(tx, input);
    await tx.consentRequest.allow(input.customerId, input.companyId);
  });
}

async function requireCompany(tx: Writers, { companyId }: StopInput): Promise<void> {
  if (!(await tx.company.find(companyId))) throw new NotFoundError();
}
