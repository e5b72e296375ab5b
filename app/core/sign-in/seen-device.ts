import * as z from 'zod';
import { Instant } from '#schema/instant.ts';

export const BROWSERS = ['firefox', 'edge', 'opera', 'samsung', 'chrome', 'safari', 'unknown'] as const;
export const SYSTEMS = ['android', 'ios', 'windows', 'mac', 'linux', 'unknown'] as const;

/** What a browser says of itself, as coarse as a person would. Anybody may claim anything. */
export interface BrowserKind {
  readonly browser: (typeof BROWSERS)[number];
  readonly system: (typeof SYSTEMS)[number];
}

/** For the notice to the account's owner; kept nowhere else. */
export const SeenDevice = z
  .object({ at: Instant, browser: z.enum(BROWSERS), system: z.enum(SYSTEMS) })
  .strict();
export type SeenDevice = z.infer<typeof SeenDevice>;
