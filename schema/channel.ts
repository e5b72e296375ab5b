import * as z from 'zod';

export const Channel = z.enum(['email', 'sms', 'phone', 'post', 'push', 'in-person', 'portal']);
export type Channel = z.infer<typeof Channel>;

export const CHANNELS = Channel.options;

/** Channels that count only once the customer has proved to own the address or number. */
export const VERIFIABLE_CHANNELS: readonly Channel[] = ['email', 'sms', 'phone'];
