import * as z from 'zod';

/** From which age somebody may consent without their parents (GDPR Art. 8): 14 in Austria, 16 in Germany. */
export const AgeLimit = z.union([z.literal(14), z.literal(16)]);
export type AgeLimit = z.infer<typeof AgeLimit>;
