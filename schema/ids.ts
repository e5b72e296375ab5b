import * as z from 'zod';

/**
 * Ids are 128 random bits as 32 lowercase hex characters. Random and never
 * time-ordered: an ordered id would tell a company who joined before whom.
 */
const hex128 = z.string().regex(/^[0-9a-f]{32}$/, 'expected 32 lowercase hex characters');

export const CustomerId = hex128.brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;

export const CompanyId = hex128.brand<'CompanyId'>();
export type CompanyId = z.infer<typeof CompanyId>;

export const RelationshipId = hex128.brand<'RelationshipId'>();
export type RelationshipId = z.infer<typeof RelationshipId>;

/** Pairwise: the only id of a customer that one company ever sees. */
export const SubjectId = hex128.brand<'SubjectId'>();
export type SubjectId = z.infer<typeof SubjectId>;

/** Separate from every other id, so that facts alone name nobody. */
export const FactId = hex128.brand<'FactId'>();
export type FactId = z.infer<typeof FactId>;

export const PurposeId = hex128.brand<'PurposeId'>();
export type PurposeId = z.infer<typeof PurposeId>;

export const PurposeVersionId = hex128.brand<'PurposeVersionId'>();
export type PurposeVersionId = z.infer<typeof PurposeVersionId>;

export const StaffId = hex128.brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

export const DisclosureId = hex128.brand<'DisclosureId'>();
export type DisclosureId = z.infer<typeof DisclosureId>;

export const SegmentId = hex128.brand<'SegmentId'>();
export type SegmentId = z.infer<typeof SegmentId>;

export const ConsentRequestId = hex128.brand<'ConsentRequestId'>();
export type ConsentRequestId = z.infer<typeof ConsentRequestId>;

export const NoticeId = hex128.brand<'NoticeId'>();
export type NoticeId = z.infer<typeof NoticeId>;

export const JobId = hex128.brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

export const RequestId = hex128.brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

export const RequestFileId = hex128.brand<'RequestFileId'>();
export type RequestFileId = z.infer<typeof RequestFileId>;

export const OwnFileId = hex128.brand<'OwnFileId'>();
export type OwnFileId = z.infer<typeof OwnFileId>;

export const ForeignEntryId = hex128.brand<'ForeignEntryId'>();
export type ForeignEntryId = z.infer<typeof ForeignEntryId>;

export const UseReportId = hex128.brand<'UseReportId'>();
export type UseReportId = z.infer<typeof UseReportId>;

export const PlannedContactId = hex128.brand<'PlannedContactId'>();
export type PlannedContactId = z.infer<typeof PlannedContactId>;

export const ThreadId = hex128.brand<'ThreadId'>();
export type ThreadId = z.infer<typeof ThreadId>;

export const MessageId = hex128.brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

export const PictureId = hex128.brand<'PictureId'>();
export type PictureId = z.infer<typeof PictureId>;

export const InteractionId = hex128.brand<'InteractionId'>();
export type InteractionId = z.infer<typeof InteractionId>;

/** Short word in a URL: company and purpose. */
export const Slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lowercase letters, digits and single hyphens')
  .max(40)
  .brand<'Slug'>();
export type Slug = z.infer<typeof Slug>;
