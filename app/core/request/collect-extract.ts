import type { RequestId } from '#schema/ids.ts';
import type { LedgerRecord } from '#schema/ledger.ts';
import type { Look } from '../disclosure/disclosure-store.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { openEvidence } from '../vault/doors/open-evidence.ts';
import { openRequest } from '../vault/doors/open-request.ts';
import { checkText } from './add-event.ts';
import type { RightsRequest } from './request.ts';

/** What the portal holds of one relationship as evidence; never a value of the profile. */
export interface Extract {
  readonly request: RightsRequest;
  readonly relationship: Relationship;
  /** Oldest first. */
  readonly records: readonly { readonly index: number; readonly record: LedgerRecord }[];
  /** Newest first. */
  readonly looks: readonly Look[];
}

const MOST_LOOKS = 10_000;

/**
 * Opens the evidence of the relationship for an answer: with a reason, and the
 * look itself is recorded first. For open requests of the officer's own company.
 */
export async function collectExtract(
  core: Pick<Core, 'storage' | 'sequencer' | 'keys' | 'world'>,
  staff: Staff,
  requestId: RequestId,
  reason: string,
): Promise<Extract> {
  const why = checkText(reason);
  const { read } = core.storage;
  const { request } = await openRequest(core, requestId, staff);
  const relationship = request.relationshipId && (await read.relationship.find(request.relationshipId));
  if (!relationship || request.state !== 'open') throw new NotFoundError();
  const entries = await read.ledger.ofRelationship(relationship.id);
  const { opened } = await openEvidence(core, staff, relationship, entries, why);
  return {
    request,
    relationship,
    records: opened.map(({ entry, record }) => ({ index: entry.index, record })),
    looks: await read.disclosure.looksOfRelationship(relationship.id, MOST_LOOKS),
  };
}
