import * as z from 'zod';
import { Actor, ConsentEventKind, ConsentStanding, DecisionMethod } from './consent.ts';
import { DisclosureKind } from './disclosure.ts';
import { FieldId } from './field.ts';
import { Instant } from './instant.ts';
import { Language } from './language.ts';
import { Preference } from './preference.ts';
import { RecallKind } from './recall.ts';

/**
 * What a ledger entry says. The record names the pairwise `subject`, never the
 * customer. `seq` and `prev` chain the records of one relationship: a dropped
 * event shows as a gap. Disclosures stand outside the chain (seq null).
 */
const recordBase = {
  schema: z.literal('driverseat/record/v1'),
  company: z.string().nullable(),
  subject: z.string().nullable(),
  at: Instant,
  seq: z.number().int().positive().nullable(),
  /** Leaf hash (hex) of this relationship's previous entry. */
  prev: z.string().nullable(),
};

export const ConsentRecord = z.object({
  ...recordBase,
  kind: ConsentEventKind,
  purpose: z.string(),
  version: z.number().int(),
  /** The standing after this event. */
  standing: ConsentStanding,
  /** SHA-256 (hex) of the purpose card as shown, and its language. */
  textHash: z.string().nullable(),
  language: Language.nullable(),
  noticeVersion: z.number().int().nullable(),
  actor: Actor,
  method: DecisionMethod,
  /** Where: path of the page, name of the till list, number of the letter. */
  source: z.string(),
  /** What shows that it was this person: address confirmed when and how. */
  evidence: z.record(z.string(), z.string()),
  /** Ledger index of the event this one replaces. */
  supersedes: z.number().int().nullable(),
  /** Sec-GPC: 1 was sent with the decision. */
  gpc: z.boolean(),
});
export type ConsentRecord = z.infer<typeof ConsentRecord>;

export const PreferenceRecord = z.object({
  ...recordBase,
  kind: z.literal('preference'),
  preference: Preference,
  actor: Actor,
  method: DecisionMethod,
});
export type PreferenceRecord = z.infer<typeof PreferenceRecord>;

export const RelationshipRecord = z.object({
  ...recordBase,
  kind: z.enum(['connected', 'ended', 'restricted', 'unrestricted']),
  actor: Actor,
  method: DecisionMethod,
});
export type RelationshipRecord = z.infer<typeof RelationshipRecord>;

/**
 * A company says that it did what it was told to do. What it was told stands
 * with it, so that the entry speaks for itself when the lists are gone.
 */
export const RecallRecord = z.object({
  ...recordBase,
  kind: z.literal('recall-confirmed'),
  recalls: z
    .array(
      z.object({
        id: z.string(),
        kind: RecallKind,
        /** Id of the purpose; null: whatever the purpose. */
        purpose: z.string().nullable(),
        fields: z.array(FieldId),
        toldAt: Instant,
        dueAt: Instant,
      }),
    )
    .min(1),
  /** What was done, in the company's words; may be empty. */
  note: z.string(),
  actor: Actor,
  method: DecisionMethod,
});
export type RecallRecord = z.infer<typeof RecallRecord>;

export const DisclosureRecord = z.object({
  ...recordBase,
  kind: z.enum(['disclosed', 'disclosure-closed', 'evidence-opened']),
  batch: z.string(),
  how: DisclosureKind,
  purpose: z.string().nullable(),
  version: z.number().int().nullable(),
  fields: z.array(FieldId),
  /** Root over the per-subject commitments (hex) and how many they are. */
  root: z.string(),
  count: z.number().int(),
  staff: z.string(),
  role: z.string(),
  reason: z.string(),
});
export type DisclosureRecord = z.infer<typeof DisclosureRecord>;

export const PortalRecord = z.object({
  ...recordBase,
  kind: z.enum(['purpose-released', 'notice-released', 'key-created', 'erased']),
  /** What exactly: hashes per language of the released cards, key name. */
  facts: z.record(z.string(), z.string()),
});
export type PortalRecord = z.infer<typeof PortalRecord>;

export const LedgerRecord = z.discriminatedUnion('kind', [
  ConsentRecord,
  PreferenceRecord,
  RelationshipRecord,
  RecallRecord,
  DisclosureRecord,
  PortalRecord,
]);
export type LedgerRecord = z.infer<typeof LedgerRecord>;

export const LEDGER_KINDS = [
  ...ConsentEventKind.options,
  'preference',
  'connected',
  'ended',
  'restricted',
  'unrestricted',
  'recall-confirmed',
  'disclosed',
  'disclosure-closed',
  'evidence-opened',
  'purpose-released',
  'notice-released',
  'key-created',
  'erased',
] as const;
export const LedgerKind = z.enum(LEDGER_KINDS);
export type LedgerKind = z.infer<typeof LedgerKind>;
