import { type Channel, VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import { type ConsentStanding, REASK_LOCK_MONTHS } from '#schema/consent.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { Permission, PermissionReason } from '#schema/permission.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import { addMonths } from '../shared/calendar.ts';

/** Everything the decision depends on, at one instant. */
export interface PermissionCase {
  readonly at: Instant;
  readonly basis: LegalBasis;
  readonly purposeRetiredAt: Instant | null;
  readonly customerStatus: 'unconfirmed' | 'active' | 'left';
  readonly customerRestrictedAt: Instant | null;
  readonly relationshipEndedAt: Instant | null;
  readonly relationshipRestrictedAt: Instant | null;
  /** The later of both pauses. */
  readonly pausedUntil: Instant | null;
  readonly standing: ConsentStanding;
  readonly noSince: Instant | null;
  /** What the version of the grant asked for (objection: the current version), and until when it may be used. */
  readonly scope: {
    readonly fields: readonly FieldId[];
    readonly channels: readonly Channel[];
    readonly usableUntil: Instant | null;
  } | null;
  readonly channelsOff: readonly Channel[];
  readonly verifiedChannels: readonly Channel[];
  /** Absent: may the data be used. Given: may the person be addressed this way as well. */
  readonly channel?: Channel | undefined;
}

/**
 * The one decision that page, segment, export, API and sending all ask. Pure;
 * no by default. The order of reasons is part of the contract: the first that
 * applies is told.
 */
export function decidePermission(situation: PermissionCase): Permission {
  const askAgainAt = situation.noSince && addMonths(situation.noSince, REASK_LOCK_MONTHS);
  const denied = (reason: PermissionReason): Permission => ({
    allowed: false,
    reason,
    fields: [],
    channels: [],
    askAgainAt,
  });

  const obstacle = personObstacle(situation) ?? answerObstacle(situation) ?? pauseObstacle(situation);
  if (obstacle) return denied(obstacle);

  const { standing, scope } = situation;
  if (!scope) return denied('undecided');
  const open = situation.basis === 'objection';
  const granted = open
    ? scope.channels
    : standing.channels.filter((channel) => scope.channels.includes(channel));
  const channels = granted.filter((channel) => channelObstacle(situation, channel) === undefined);
  if (situation.channel !== undefined) {
    const reason = granted.includes(situation.channel)
      ? channelObstacle(situation, situation.channel)
      : 'channel-not-granted';
    if (reason) return denied(reason);
  }
  return {
    allowed: true,
    reason: open ? 'open' : 'granted',
    fields: open ? scope.fields : standing.fields.filter((field) => scope.fields.includes(field)),
    channels,
    askAgainAt,
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
  standing,
  scope,
}: PermissionCase): PermissionReason | undefined {
  if (basis === 'contract' || basis === 'legal-duty') return 'basis-opens-no-data';
  if (purposeRetiredAt && purposeRetiredAt <= at) return 'purpose-retired';
  if (basis === 'objection') return standing.state === 'objected' ? 'objected' : undefined;
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
