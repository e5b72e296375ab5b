import type { FieldGroup } from '#schema/field.ts';
import type {
  CustomerId,
  InteractionId,
  MessageId,
  PictureId,
  RelationshipId,
  RequestFileId,
  RequestId,
  ThreadId,
} from '#schema/ids.ts';

/** Names of keys and of the places that sealed bytes are bound to: one list, so that no two collide. */
export const profileKeyId = (customerId: CustomerId): string => `profile:${customerId}`;
export const evidenceKeyId = (relationshipId: RelationshipId): string => `evidence:${relationshipId}`;
/** What customer and company write to each other, and what the company wrote down about the relationship. */
export const dialogueKeyId = (relationshipId: RelationshipId): string => `dialogue:${relationshipId}`;
/** The one last mail to somebody who has left: names the mail, not the person. */
export const FAREWELL_KEYS = 'farewell:';
export const farewellKeyId = (mailKey: string): string => `${FAREWELL_KEYS}${mailKey}`;
/** Purpose releases, batches of disclosures, jobs of staff. */
export const PORTAL_KEY_ID = 'portal';

export const blobPlace = (customerId: CustomerId, group: FieldGroup, rowVersion: number): string =>
  `vault_blob/${customerId}/${group}/${rowVersion}`;
export const entryPlace = (index: number): string => `ledger_entry/${index}`;
export const batchSaltPlace = (disclosureId: string): string => `disclosure/${disclosureId}/salt`;
export const customerNumberPlace = (relationshipId: RelationshipId): string =>
  `relationship/${relationshipId}/number`;
export const consentRequestPlace = (requestId: string): string => `consent_request/${requestId}`;
export const jobPlace = (jobId: string): string => `job/${jobId}`;
/** A file of the customer's on disk, sealed in pieces. */
export const ownFilePlace = (fileId: string): string => `own_file/${fileId}`;
export const ownFileSummaryPlace = (fileId: string): string => `own_file/${fileId}/summary`;
export const foreignEntryPlace = (entryId: string): string => `foreign_entry/${entryId}`;
export const foreignTextPlace = (customerId: CustomerId, textHash: string): string =>
  `foreign_text/${customerId}/${textHash}`;
/** What an officer compared when a proof was opened. */
export const openLookPlace = (intentKey: string): string => `open_look/${intentKey}`;
export const keptFormPlace = (idHash: string): string => `kept_form/${idHash}`;
export const proofPlace = (proofId: string): string => `sign_in_proof/${proofId}`;
export const requestPlace = (requestId: RequestId): string => `rights_request/${requestId}`;
export const requestEventPlace = (requestId: RequestId, seq: number): string =>
  `rights_request/${requestId}/${seq}`;
export const requestFilePlace = (fileId: RequestFileId): string => `rights_file/${fileId}`;
export const requestFileNamePlace = (fileId: RequestFileId): string => `rights_file/${fileId}/name`;
export const threadPlace = (threadId: ThreadId): string => `thread/${threadId}`;
export const messagePlace = (messageId: MessageId): string => `thread_message/${messageId}`;
export const picturePlace = (pictureId: PictureId): string => `thread_picture/${pictureId}`;
export const interactionPlace = (interactionId: InteractionId): string => `interaction/${interactionId}`;
export const statementPlace = (relationshipId: RelationshipId, targetId: string): string =>
  `counter_statement/${relationshipId}/${targetId}`;
