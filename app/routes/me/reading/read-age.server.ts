import type { Company } from '#app/core/company/company.ts';
import { ageLimitIn, isOldEnough } from '#app/core/customer/age.ts';
import { message } from '#app/i18n/message.ts';
import { ageName } from '#app/screens/me/age-question.tsx';
import type { SentDecision } from '#app/screens/me/purpose-view.ts';
import type { AgeLimit } from '#schema/age.ts';
import type { PostVisit } from './visit.server.ts';

/** What a form says to "old enough?": asked only where the law has a limit and nothing was said before. */
export interface SentAge {
  readonly limit: AgeLimit;
  readonly says: 'yes' | 'no' | null;
}

export function readAge({ customer, form }: PostVisit, { profile }: Company): SentAge | null {
  const limit = ageLimitIn(profile.jurisdiction);
  if (limit === null || isOldEnough(customer.age, limit) !== null) return null;
  const said = form.get(ageName(limit));
  return { limit, says: said === 'yes' || said === 'no' ? said : null };
}

export function ageErrors(age: SentAge | null): SentDecision['errors'] {
  return age && age.says === null
    ? [{ id: ageName(age.limit), message: message('error.form.requiredChoice') }]
    : [];
}
