import { type Channel, VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import { TOPICS } from '#schema/topic.ts';
import type { ContactFacts, PermittedPerson } from './people-store.ts';

/**
 * Channels of a grant on which the person may be addressed: decidePermission
 * for a list, beside the clock and what was sent before. Who told nothing about
 * channels is not reachable where proof is needed.
 */
export function reachableChannels(
  { channels, topics }: Pick<PermittedPerson, 'channels' | 'topics'>,
  contact: ContactFacts | undefined,
): Channel[] {
  const topicsOff = contact?.topicsOff ?? [];
  if ((topics ?? TOPICS).every((topic) => topicsOff.includes(topic))) return [];
  return channels.filter(
    (channel) =>
      !contact?.channelsOff.includes(channel) &&
      (!VERIFIABLE_CHANNELS.includes(channel) || contact?.verified.includes(channel) === true),
  );
}
