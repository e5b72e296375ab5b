import type { PurposeStanding } from '#app/core/permission/find-standings.ts';
import type { PurposeView } from '#app/screens/me/purpose-view.ts';
import type { Instant } from '#schema/instant.ts';

/** What a running yes to an earlier text does not cover: what the text of today asks for beyond it. */
export function readOldScope(
  { current, granted }: Pick<PurposeStanding, 'current' | 'granted'>,
  at: Instant,
): PurposeView['oldScope'] {
  if (!granted || granted.id === current.id || granted.usableUntil === null) return null;
  const [before, now] = [granted.content, current.content];
  const had = new Set(before.fields.map(({ field }) => field));
  const parties = new Set(before.recipients.map(({ name }) => name));
  const topicsBefore = before.topics;
  return {
    until: granted.usableUntil,
    over: granted.usableUntil <= at,
    newFields: now.fields.flatMap(({ field }) => (had.has(field) ? [] : [field])),
    newChannels: now.channels.filter((channel) => !before.channels.includes(channel)),
    newTopics: topicsBefore ? (now.topics ?? []).filter((topic) => !topicsBefore.includes(topic)) : [],
    newRecipients: now.recipients.flatMap(({ name }) => (parties.has(name) ? [] : [name])),
    newProfiling: now.profiling && !before.profiling,
    newTerm: now.validityMonths === before.validityMonths ? null : { months: now.validityMonths },
  };
}
