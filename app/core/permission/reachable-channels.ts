import { type Channel, VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import { TOPICS } from '#schema/topic.ts';
import type { ContactFacts, PermittedPerson } from './people-store.ts';
import { lacksAddress } from './way-without-address.ts';

/**
 * Channels of a grant on which the person may be addressed: decidePermission
 * for a list, beside the clock and what was sent before. Who told nothing about
 * channels is not reachable where proof is needed.
 */
export function reachableChannels(
  { asked, fields, channels, topics }: Pick<PermittedPerson, 'asked' | 'fields' | 'channels' | 'topics'>,
  contact: ContactFacts | undefined,
): Channel[] {
  const topicsOff = contact?.topicsOff ?? [];
  if ((topics ?? TOPICS).every((topic) => topicsOff.includes(topic))) return [];
  return channels.filter(
    (channel) =>
      !lacksAddress(channel, asked, fields) &&
      !contact?.channelsOff.includes(channel) &&
      (!VERIFIABLE_CHANNELS.includes(channel) || contact?.verified.includes(channel) === true),
  );
}
