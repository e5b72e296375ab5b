import * as z from 'zod';
import { Instant } from './instant.ts';
import { IsoDay, RequestEventKind, RequestKind, RequestOrigin, RequestState } from './request.ts';

/** A rights request with its history; its files lie beside. */
export const ExportedRequest = z.object({
  id: z.string(),
  company: z.string(),
  kind: RequestKind,
  origin: RequestOrigin,
  state: RequestState,
  arrivedOn: IsoDay,
  dueOn: IsoDay,
  closedAt: Instant.nullable(),
  text: z.string(),
  steps: z.array(
    z.object({
      at: Instant,
      kind: RequestEventKind,
      by: z.enum(['customer', 'staff', 'system']),
      text: z.string(),
      until: IsoDay.nullable(),
      files: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          bytes: z.number().int(),
          file: z.string().describe('Name of the file in this export'),
        }),
      ),
    }),
  ),
});
export type ExportedRequest = z.infer<typeof ExportedRequest>;
