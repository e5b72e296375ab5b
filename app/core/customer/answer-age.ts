import type { AgeLimit } from '#schema/age.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { isUnderAge, withAgeAnswer } from './age.ts';
import type { AgeAnswers } from './customer.ts';

export interface AgeInput {
  readonly customerId: CustomerId;
  readonly limit: AgeLimit;
  /** That old, or older. */
  readonly yes: boolean;
}

/**
 * "16 or older: yes or no", never a birth date. A no ends the use of every
 * consent to companies for which it counts, at once, and leaves the account
 * and everything else as it is; a later yes lets them be used again.
 */
export function answerAge(core: Pick<Core, 'sequencer'>, input: AgeInput): Promise<AgeAnswers> {
  return core.sequencer.submit((act) => answerAgeInside(act, input));
}

export async function answerAgeInside({ tx, at }: ActContext, input: AgeInput): Promise<AgeAnswers> {
  const customer = await tx.customer.find(input.customerId);
  if (!customer || customer.status === 'left') throw new NotFoundError();
  const age = withAgeAnswer(customer.age, input.limit, input.yes, at);
  await tx.customer.setAge(customer.id, age);
  for (const { id, companyId, underAge } of await tx.relationship.allOfCustomer(customer.id)) {
    const company = await tx.company.find(companyId);
    if (!company) continue;
    const tooYoung = isUnderAge(age, company.profile.jurisdiction);
    if (tooYoung !== underAge) await tx.relationship.setUnderAge(id, tooYoung);
  }
  return age;
}
