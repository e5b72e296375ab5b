import { type Channel, VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import { type ConsentStanding, REASK_LOCK_MONTHS } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { Permission, PermissionReason } from '#schema/permission.ts';
import { type QuietHours, RINGING_CHANNELS } from '#schema/preference.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import { TOPICS, type Topic } from '#schema/topic.ts';
import { frequencyUntil } from '../preference/frequency.ts';
import { quietUntil } from '../preference/quiet-hours.ts';
import { addMonths } from '../shared/calendar.ts';
import { lacksAddress } from './way-without-address.ts';

/** Everything the decision depends on, at one instant. */
export interface PermissionCase {
  readonly at: Instant;
  readonly basis: LegalBasis;
  readonly purposeRetiredAt: Instant | null;
  readonly customerStatus: 'unconfirmed' | 'active' | 'left';
  readonly customerRestrictedAt: Instant | null;
  readonly relationshipEndedAt: Instant | null;
  readonly relationshipRestrictedAt: Instant | null;
  /** Said to be too young for a consent to this company (GDPR Art. 8). */
  readonly underAge: boolean;
  /** The later of both pauses. */
  readonly pausedUntil: Instant | null;
  readonly standing: ConsentStanding;
  readonly noSince: Instant | null;
  /** What the version of the grant asked for (objection: the current version), and until when it may be used. */
  readonly scope: {
    readonly fields: readonly FieldId[];
    readonly channels: readonly Channel[];
    /** Null: anything. */
    readonly topics: readonly Topic[] | null;
    readonly usableUntil: Instant | null;
  } | null;
  readonly channelsOff: readonly Channel[];
  readonly verifiedChannels: readonly Channel[];
  readonly topicsOff: readonly Topic[];
  readonly quietHours: QuietHours | null;
  readonly mostPerWeek: number | null;
  /** When this company addressed the person; those of the last seven days suffice. Only asked with a channel. */
  readonly uses: readonly Instant[];
  /** Absent: may the data be used. Given: may the person be addressed this way as well. */
  readonly channel?: Channel | undefined;
  /** What the message would be about; only with a channel. Absent: the answer says which topics are left. */
  readonly topic?: Topic | undefined;
}

/**
 * The one decision that page, segment, export, API and sending all ask. Pure;
 * no by default. The order of reasons is part of the contract: the first that
 * applies is told.
 */
export function decidePermission(situation: PermissionCase): Permission {
  const askAgainAt = situation.noSince && addMonths(situation.noSince, REASK_LOCK_MONTHS);
  const denied = (reason: PermissionReason, againAt: Instant | null = null): Permission => ({
    allowed: false,
    reason,
    fields: [],
    channels: [],
    topics: [],
    askAgainAt,
    againAt,
  });

  const obstacle = personObstacle(situation) ?? answerObstacle(situation) ?? pauseObstacle(situation);
  if (obstacle) return denied(obstacle);

  const { standing, scope } = situation;
  if (!scope) return denied('undecided');
  const open = situation.basis === 'objection';
  const granted = open
    ? scope.channels
    : standing.channels.filter(
        (channel) =>
          scope.channels.includes(channel) && !lacksAddress(channel, scope.fields, standing.fields),
      );
  const asked = scope.topics ?? TOPICS;
  const topics = asked.filter((topic) => !situation.topicsOff.includes(topic));
  const channels = granted.filter((channel) => channelObstacle(situation, channel) === undefined);
  const { at, channel, topic } = situation;
  if (channel !== undefined) {
    if (!granted.includes(channel)) return denied('channel-not-granted');
    const reason = channelObstacle(situation, channel) ?? topicObstacle(asked, topics, topic);
    if (reason) return denied(reason);
    const timing = timeObstacle(situation, channel, at);
    if (timing) return denied(timing.reason, whenAgain(situation, channel));
  }
  return {
    allowed: true,
    reason: open ? 'open' : 'granted',
    fields: open ? scope.fields : standing.fields.filter((field) => scope.fields.includes(field)),
    // With every topic off there is nothing left to be written to about.
    channels: topics.length > 0 ? channels : [],
    topics,
    askAgainAt,
    againAt: null,
  };
}

function personObstacle(situation: PermissionCase): PermissionReason | undefined {
  if (situation.relationshipEndedAt || situation.customerStatus === 'left') return 'relationship-ended';
  if (situation.customerStatus === 'unconfirmed') return 'customer-unconfirmed';
  if (situation.customerRestrictedAt) return 'customer-restricted';
  if (situation.relationshipRestrictedAt) return 'relationship-restricted';
  return undefined;
}

function answerObstacle({
  at,
  basis,
  purposeRetiredAt,
  underAge,
  standing,
  scope,
}: PermissionCase): PermissionReason | undefined {
  if (basis === 'contract' || basis === 'legal-duty') return 'basis-opens-no-data';
  if (purposeRetiredAt && purposeRetiredAt <= at) return 'purpose-retired';
  if (basis === 'objection') return standing.state === 'objected' ? 'objected' : undefined;
  if (underAge) return 'under-age';
  if (standing.state !== 'granted') return standing.state === 'open' ? 'undecided' : standing.state;
  if (standing.expiresAt && standing.expiresAt <= at) return 'expired';
  if (scope?.usableUntil && scope.usableUntil <= at) return 'version-ended';
  return undefined;
}

function pauseObstacle({ at, pausedUntil }: PermissionCase): PermissionReason | undefined {
  return pausedUntil && pausedUntil > at ? 'paused' : undefined;
}

function channelObstacle(
  { channelsOff, verifiedChannels }: PermissionCase,
  channel: Channel,
): PermissionReason | undefined {
  if (channelsOff.includes(channel)) return 'channel-off';
  return VERIFIABLE_CHANNELS.includes(channel) && !verifiedChannels.includes(channel)
    ? 'channel-unverified'
    : undefined;
}

function topicObstacle(
  asked: readonly Topic[],
  left: readonly Topic[],
  topic: Topic | undefined,
): PermissionReason | undefined {
  if (topic === undefined) return left.length === 0 ? 'topic-off' : undefined;
  if (!asked.includes(topic)) return 'topic-not-granted';
  return left.includes(topic) ? undefined : 'topic-off';
}

interface TimeObstacle {
  readonly reason: 'quiet-hours' | 'frequency-reached';
  readonly until: Instant;
}

function timeObstacle(situation: PermissionCase, channel: Channel, at: Instant): TimeObstacle | undefined {
  const { quietHours, mostPerWeek, uses } = situation;
  const quiet = quietHours && RINGING_CHANNELS.includes(channel) ? quietUntil(quietHours, at) : null;
  if (quiet) return { reason: 'quiet-hours', until: quiet };
  const reached = frequencyUntil(mostPerWeek, uses, at);
  return reached ? { reason: 'frequency-reached', until: reached } : undefined;
}

/** The end of one may lie within the other: the first instant at which neither stands in the way. */
function whenAgain(situation: PermissionCase, channel: Channel): Instant {
  let at = situation.at;
  for (;;) {
    const obstacle = timeObstacle(situation, channel, at);
    if (!obstacle) return at;
    at = obstacle.until;
  }
}
