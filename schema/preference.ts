import * as z from 'zod';
import { Channel } from './channel.ts';
import { Instant } from './instant.ts';

/**
 * How a customer wants to be addressed: a default for all companies and an
 * override per company. `channelsOff` lists what is switched off; null in an
 * override means "as in my default". A pause ends at an instant; a pause of
 * the default and of one company both hold, the later end wins.
 */
export const Preference = z
  .object({
    channelsOff: z.array(Channel).nullable(),
    pausedUntil: Instant.nullable(),
  })
  .strict();
export type Preference = z.infer<typeof Preference>;

/** What holds before the customer said anything. */
export const NO_PREFERENCE: Preference = { channelsOff: null, pausedUntil: null };

/** "Until I say otherwise": an instant that no clock here reaches. */
export const PAUSED_FOR_GOOD = '9999-12-31T00:00:00.000Z' as Instant;
