import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
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

/**
 * The company may ask again, as often as anybody may. What the stop put away
 * waits again, as it did before: the same question until the same day, and no
 * mail about it. What was asked while nobody wanted to be asked stays away.
 */
export function allowQuestions(core: Pick<Core, 'sequencer'>, input: StopInput): Promise<void> {
  return core.sequencer.submit(async ({ tx, at }) => {
    await requireCompany(tx, input);
    const stops = await tx.consentRequest.stops(input.customerId);
    const stop = stops.find(({ companyId }) => companyId === input.companyId);
    if (!stop) return;
    await tx.consentRequest.allow(input.customerId, input.companyId);
    const asked = await tx.consentRequest.between(input.customerId, input.companyId, EVER);
    for (const { id, relationshipId, purposeId, heldBack, askedAt, expiresAt } of asked) {
      if (heldBack !== 'no-more-questions' || askedAt >= stop.at || expiresAt <= at) continue;
      // Decided in the meantime is answered: a no is never asked about again.
      const decidedAt = (await tx.consent.find(relationshipId, purposeId))?.standing.decidedAt ?? null;
      if (decidedAt === null || decidedAt < stop.at) await tx.consentRequest.putBack(id);
    }
  });
}

const EVER = '0000-01-01T00:00:00.000Z' as Instant;

async function requireCompany(tx: Writers, { companyId }: StopInput): Promise<void> {
  if (!(await tx.company.find(companyId))) throw new NotFoundError();
}
