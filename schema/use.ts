import * as z from 'zod';
import { Channel } from './channel.ts';
import { PurposeId } from './ids.ts';
import { Instant } from './instant.ts';
import { Topic } from './topic.ts';

/** How a contact came to be known here: reported, or sent through the portal itself. */
export const UseMethod = z.enum(['page', 'api', 'portal']);
export type UseMethod = z.infer<typeof UseMethod>;

/** What one report says, without naming anybody. */
export const UseReportPart = z.object({
  purposeId: PurposeId,
  channel: Channel,
  topic: Topic.nullable(),
  count: z.number().int().min(1),
  firstAt: Instant,
  lastAt: Instant,
});
export type UseReportPart = z.infer<typeof UseReportPart>;

/** One contact as the customer takes it along. */
export const ExportedUse = z.object({
  at: Instant,
  company: z.string(),
  purpose: z.string().nullable(),
  channel: Channel,
  topic: Topic.nullable().describe('Null: the company did not say'),
  how: UseMethod.describe('How it came to be known: reported by the company, or sent here'),
  reportedAt: Instant,
});
