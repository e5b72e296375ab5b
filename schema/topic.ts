import * as z from 'zod';

/** What a message may be about: one list for the whole portal, so that one choice means the same everywhere. */
export const Topic = z.enum(['offers', 'news', 'events', 'tips', 'surveys', 'reminders']);
export type Topic = z.infer<typeof Topic>;

export const TOPICS = Topic.options;
