import * as z from 'zod';
import { Instant } from './instant.ts';
import { InteractionKind } from './interaction.ts';
import { StaffRole } from './staff.ts';
import { DialogueSide, StatementTarget, ThreadConcern, ThreadQuote, ThreadState } from './thread.ts';

/** What was said and written down, as the customer takes it along. */
export const ExportedConversation = z.object({
  company: z.string(),
  startedBy: DialogueSide,
  concern: ThreadConcern,
  title: z.string(),
  state: ThreadState,
  wishedBy: z.string().nullable().describe('The day until which an answer was wished for'),
  createdAt: Instant,
  quote: ThreadQuote.nullable().describe('The look or entry that was questioned, as it stood'),
  messages: z.array(
    z.object({
      by: DialogueSide,
      role: StaffRole.nullable().describe('Of whoever wrote for the company'),
      at: Instant,
      text: z.string(),
      pictures: z.array(z.string()).describe('Names of files in this export'),
    }),
  ),
});

export const ExportedCompanyNote = z.object({
  company: z.string(),
  kind: InteractionKind,
  happenedOn: z.string(),
  role: StaffRole,
  recordedAt: Instant,
  text: z.string(),
});

export const ExportedStatement = z.object({
  company: z.string(),
  target: StatementTarget.describe('Against a look or against an entry of the company'),
  at: Instant,
  text: z.string(),
});
