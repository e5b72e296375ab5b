import type { AgeLimit } from '#schema/age.ts';
import type { Jurisdiction } from '#schema/company.ts';
import type { Instant } from '#schema/instant.ts';
import type { AgeAnswers } from './customer.ts';

/** GDPR Art. 8 leaves the age to the countries; Switzerland fixes none and so asks nobody. */
const LIMITS: Readonly<Record<Jurisdiction, AgeLimit | null>> = { de: 16, at: 14, ch: null };

export const ageLimitIn = (jurisdiction: Jurisdiction): AgeLimit | null => LIMITS[jurisdiction];

/** Null: the customer has not been asked for this limit. */
export function isOldEnough(age: AgeAnswers, limit: AgeLimit): boolean | null {
  return limit === 16 ? age.sixteen : age.fourteen;
}

/** Whether the customer said to be too young for a consent to a company there; not asked is not said. */
export function isUnderAge(age: AgeAnswers, jurisdiction: Jurisdiction): boolean {
  const limit = ageLimitIn(jurisdiction);
  return limit !== null && isOldEnough(age, limit) === false;
}

/** Whoever is 16 is 14 as well, and whoever is not yet 14 is not 16. */
export function withAgeAnswer(age: AgeAnswers, limit: AgeLimit, yes: boolean, at: Instant): AgeAnswers {
  return {
    sixteen: limit === 16 ? yes : yes ? age.sixteen : false,
    fourteen: limit === 14 ? yes : yes ? true : age.fourteen,
    answeredAt: at,
  };
}
