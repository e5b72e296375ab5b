import * as z from 'zod';

/** application/problem+json (RFC 9457). `errorId` finds the line in the log; nothing internal is told. */
export const ApiProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  errorId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ApiProblem = z.infer<typeof ApiProblem>;
