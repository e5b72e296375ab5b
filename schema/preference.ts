import * as z from 'zod';
import { Channel } from './channel.ts';
import { Instant } from './instant.ts';
import { Topic } from './topic.ts';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time like 21:30');

/**
 * From when to when on the clock on the wall of a time zone (IANA name) nobody
 * calls or sends an SMS; `from` later than `to` runs over midnight.
 */
export const QuietHours = z
  .object({ from: Clock, to: Clock, timeZone: z.string().min(1).max(60) })
  .strict()
  .refine(({ from, to }) => from !== to, 'quiet hours begin and end at different times');
export type QuietHours = z.infer<typeof QuietHours>;

/** Channels that ring: quiet hours concern no other. */
export const RINGING_CHANNELS: readonly Channel[] = ['sms', 'phone'];

/** Messages of one company in any seven days; `any`: no limit here, whatever the default says. */
export const FrequencyLimit = z.union([z.number().int().min(1).max(99), z.literal('any')]);
export type FrequencyLimit = z.infer<typeof FrequencyLimit>;

/** What a customer can choose from. */
export const MOST_PER_WEEK = [1, 2, 3, 7] as const;

/**
 * How a customer wants to be addressed: a default for all companies and an
 * override per company. `channelsOff` lists what is switched off; null in an
 * override means "as in my default", and so does each of the later members
 * when it is absent. A pause ends at an instant; a pause of the default and of
 * one company both hold, the later end wins.
 *
 * The later members are absent rather than null: entries of the log from before
 * them are hashed as they are, and parsing must add nothing.
 */
export const Preference = z
  .object({
    channelsOff: z.array(Channel).nullable(),
    pausedUntil: Instant.nullable(),
    topicsOff: z.array(Topic).optional(),
    mostPerWeek: FrequencyLimit.optional(),
    quietHours: z.union([QuietHours, z.literal('none')]).optional(),
  })
  .strict();
export type Preference = z.infer<typeof Preference>;

/** What holds before the customer said anything. */
export const NO_PREFERENCE: Preference = { channelsOff: null, pausedUntil: null };

/** "Until I say otherwise": an instant that no clock here reaches. */
export const PAUSED_FOR_GOOD = '9999-12-31T00:00:00.000Z' as Instant;
