import type { PlannedPerson } from './planned-person.ts';

export const ANNA: PlannedPerson = {
  slug: 'anna',
  givenName: 'Anna',
  familyName: 'Keller',
  email: 'anna.keller@example.org',
  language: 'de',
  country: 'at',
};
