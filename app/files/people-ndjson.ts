import type { DisclosedPerson } from '#app/core/vault/doors/disclose-to-company.ts';

/**
 * One JSON object a line for each person, values as they are. A field that is
 * not permitted, or was never entered, is no key at all.
 */
export function peopleNdjson(people: readonly DisclosedPerson[]): string {
  return people
    .map(
      ({ subject, since, channels, values }) => `${JSON.stringify({ subject, since, channels, values })}\n`,
    )
    .join('');
}
