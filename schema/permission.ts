import * as z from 'zod';
import type { Channel } from './channel.ts';
import type { FieldId } from './field.ts';
import type { Instant } from './instant.ts';
import type { Topic } from './topic.ts';

/**
 * Why a permission is given or not: the closed list. The first two allow, all
 * others deny. Only officers and the customer see the denying ones; a marketer
 * reads "not permitted".
 */
export const PERMISSION_REASONS = [
  'granted',
  'open',
  'relationship-ended',
  'customer-restricted',
  'relationship-restricted',
  'customer-unconfirmed',
  'basis-opens-no-data',
  'purpose-retired',
  'under-age',
  'undecided',
  'pending',
  'refused',
  'withdrawn',
  'expired',
  'objected',
  'version-ended',
  'paused',
  'channel-not-granted',
  'channel-off',
  'channel-unverified',
  'topic-not-granted',
  'topic-off',
  'quiet-hours',
  'frequency-reached',
] as const;
export const PermissionReason = z.enum(PERMISSION_REASONS);
export type PermissionReason = z.infer<typeof PermissionReason>;

export interface Permission {
  readonly allowed: boolean;
  readonly reason: PermissionReason;
  /** Fields that may be used; empty when not allowed. */
  readonly fields: readonly FieldId[];
  /** Channels that were granted, are switched on and verified; empty when not allowed or every topic is off. */
  readonly channels: readonly Channel[];
  /** What may be written about: of the purpose's topics (of all, where it names none) those that are not off. */
  readonly topics: readonly Topic[];
  /** When the company may ask (again): null means now is not ruled out by a lock. */
  readonly askAgainAt: Instant | null;
  /** With quiet hours or the most messages a week reached: when neither stands in the way any more. */
  readonly againAt: Instant | null;
}
