import * as z from 'zod';
import { Instant } from './instant.ts';

/** The list of all other files, with what shows that none was changed on the way. */
export const ExportManifest = z.object({
  format: z.literal('driverseat/manifest/v2'),
  exportedAt: Instant,
  /** SHA-256 over the lines `<sha256>  <name>` and a line feed each, in the order of `files`: what `sha256sum` prints. */
  filesSha256: z.string().regex(/^[0-9a-f]{64}$/),
  files: z.array(
    z.object({
      name: z.string(),
      size: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type ExportManifest = z.infer<typeof ExportManifest>;
