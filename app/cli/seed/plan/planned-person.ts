import type { Language } from '#schema/language.ts';
import type { Country } from '../content/places.ts';

/** A customer of the plan: what registering needs. Everything else stands in the acts. All are of age. */
export interface PlannedPerson {
  /** `anna`, `ben`, or `p` and a number. */
  readonly slug: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: Language;
  readonly country: Country;
}
