import * as z from 'zod';
import { Channel } from './channel.ts';
import { ConsentState, DecisionMethod } from './consent.ts';
import { DisclosureKind } from './disclosure.ts';
import { ExportedField } from './exported-field.ts';
import { ExportedRequest } from './exported-request.ts';
import { FieldId, FieldValue } from './field.ts';
import { Instant } from './instant.ts';
import { Language, LocalizedText } from './language.ts';
import { LedgerKind, LedgerRecord } from './ledger.ts';
import { ExportedCompanyNote, ExportedConversation, ExportedStatement } from './own-dialogue.ts';
import { ExportedAsking } from './own-questions.ts';
import { ExportedUpkeep } from './own-upkeep.ts';
import { PermissionReason } from './permission.ts';
import { Preference } from './preference.ts';
import { LegalBasis } from './purpose.ts';
import { RecallKind, RecallState } from './recall.ts';
import { StaffRole } from './staff.ts';
import { ExportedUse } from './use.ts';

/**
 * Everything the portal keeps about one customer, as the customer takes it
 * along (GDPR Art. 15 and 20). Companies and purposes are named by their
 * slugs; dates are UTC. The names of what leaves are listed one by one.
 */
export const ExportedCompany = z.object({
  slug: z.string(),
  name: z.string(),
  legalName: z.string(),
  subject: z.string().describe('The only id under which this company knows the customer'),
  customerNumber: z.string().nullable(),
  source: z.string().describe('How the relationship began'),
  connectedAt: Instant,
  endedAt: Instant.nullable(),
});

export const ExportedPreference = Preference.extend({
  company: z.string().nullable().describe('Null: the default for all companies'),
});

export const ExportedConsent = z.object({
  company: z.string(),
  purpose: z.string(),
  title: z.string(),
  basis: LegalBasis,
  state: ConsentState,
  version: z.number().int(),
  fields: z.array(FieldId),
  channels: z.array(Channel),
  decidedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  allowed: z.boolean().describe('Whether the company may use the data at the time of the export'),
  reason: PermissionReason,
});

/** Base64 throughout. With record and salt anyone can compute the leaf, with the hashes the signed root. */
export const EntryProof = z.object({
  salt: z.string(),
  leafHash: z.string().describe('RFC 6962 leaf hash of 0x01 || HMAC-SHA256(salt, label || JCS(record))'),
  treeSize: z.number().int().nullable().describe('Null: not yet covered by a signed head'),
  hashes: z.array(z.string()).describe('Inclusion proof, from the sibling of the leaf up'),
});

/**
 * One entry of the log, whole: whoever has it can check it without asking
 * anybody. Each is one line of a file in `proofs/`.
 */
export const ExportedEntry = z.object({
  format: z.literal('driverseat/entry/v1'),
  log: z.object({
    origin: z.string(),
    key: z.string().describe('Public key of the log as a C2SP verifier key'),
    checkpoint: z.string().nullable().describe('Signed head of the log: C2SP tlog-checkpoint'),
  }),
  index: z.number().int(),
  at: Instant,
  kind: LedgerKind,
  company: z.object({ slug: z.string(), name: z.string() }).nullable(),
  purpose: z.object({ slug: z.string(), title: z.string(), version: z.number().int().nullable() }).nullable(),
  method: DecisionMethod.nullable(),
  textHash: z.string().nullable().describe('SHA-256 of the text that was shown, see texts/'),
  record: LedgerRecord,
  proof: EntryProof,
});
export type ExportedEntry = z.infer<typeof ExportedEntry>;

/**
 * The same from another portal. Its record may be of a kind nobody here knows;
 * it is kept as it came, or its proof would no longer fit.
 */
export const BroughtEntry = ExportedEntry.extend({
  kind: z.string().max(60),
  method: z.string().max(60).nullable(),
  record: z.record(z.string(), z.json()),
});
export type BroughtEntry = z.infer<typeof BroughtEntry>;

export const ExportedDisclosure = z.object({
  at: Instant,
  company: z.string(),
  purpose: z.string().nullable(),
  how: DisclosureKind,
  role: StaffRole,
  fields: z.array(FieldId),
  reason: z.string(),
  index: z.number().int(),
});
export type ExportedDisclosure = z.infer<typeof ExportedDisclosure>;

export const ExportedRecall = z.object({
  company: z.string(),
  kind: RecallKind.describe('Why the company was told'),
  purpose: z.string().nullable().describe('Null: whatever the purpose'),
  fields: z.array(FieldId).describe('What the company had read'),
  firstReadAt: Instant,
  lastReadAt: Instant,
  toldAt: Instant,
  dueAt: Instant,
  state: RecallState,
  closedAt: Instant.nullable(),
  note: z.string().nullable().describe('What the company said'),
  entry: z.number().int().nullable().describe('Entry of the log in which it says so'),
});

export const ExportedText = z.object({
  textHash: z.string(),
  company: z.string(),
  purpose: z.string(),
  version: z.number().int(),
  language: Language,
  releasedAt: Instant,
  card: z.string().describe('The text as JSON, byte for byte as it was hashed'),
});
export type ExportedText = z.infer<typeof ExportedText>;

/** What grows without end (entries of the log, looks) has files of its own, a line each; this says how many. */
export const OwnExport = z.object({
  format: z.literal('driverseat/export/v2'),
  exportedAt: Instant,
  log: z.object({
    origin: z.string(),
    key: z.string().describe('Public key of the log as a C2SP verifier key'),
    checkpoint: z.string().nullable().describe('Signed head of the log: C2SP tlog-checkpoint'),
  }),
  counts: z.object({
    entries: z.number().int().describe('Lines in the files of proofs/'),
    disclosures: z.number().int().describe('Lines in disclosures.ndjson'),
    brought: z.number().int().describe('Lines in brought/entries.ndjson: entries of other logs'),
  }),
  customer: z.object({
    language: Language,
    createdAt: Instant,
    confirmedAt: Instant.nullable(),
    verified: z.array(z.object({ channel: Channel, verifiedAt: Instant, how: z.string() })),
  }),
  profile: z.array(ExportedField),
  companies: z.array(ExportedCompany),
  preferences: z.array(ExportedPreference),
  uses: z.array(ExportedUse).describe('Messages and calls as the companies reported them, newest first'),
  consents: z.array(ExportedConsent),
  recalls: z.array(ExportedRecall),
  asking: ExportedAsking,
  conversations: z.array(ExportedConversation),
  companyNotes: z.array(ExportedCompanyNote).describe('What companies wrote down'),
  statements: z.array(ExportedStatement).describe('What the customer says against it'),
  yearly: z.object({
    nextReminderAt: Instant.nullable().describe('Null: no reminder is wanted'),
    kept: z.array(z.object({ company: z.string(), keptAt: Instant })),
  }),
  requests: z.array(ExportedRequest),
  upkeep: ExportedUpkeep,
  texts: z.array(ExportedText),
});
export type OwnExport = z.infer<typeof OwnExport>;

/**
 * What of another portal's export is looked at here. Its fields, companies and
 * preferences may be others than ours; sections nobody here knows are left.
 */
export const ImportedExport = z.object({
  format: z.literal('driverseat/export/v2'),
  exportedAt: Instant,
  log: z.object({ origin: z.string().min(1).max(200) }),
  customer: z.object({ language: z.string().max(20) }).optional(),
  profile: z
    .array(
      z.object({
        field: z.string().max(60),
        value: FieldValue,
        defined: z
          .object({
            company: z.string().max(60).optional(),
            slug: z.string().max(60).optional(),
            label: LocalizedText,
          })
          .optional(),
      }),
    )
    .max(200),
  companies: z.array(z.object({ slug: z.string().max(60), name: z.string().max(200) })).max(2_000),
  preferences: z.array(z.looseObject({ company: z.string().max(60).nullable() })).max(2_000),
});
export type ImportedExport = z.infer<typeof ImportedExport>;
