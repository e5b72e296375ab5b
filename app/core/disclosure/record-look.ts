import type { CompanyId, DisclosureId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerEntry } from '../ledger/ledger-store.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { DisclosureError } from './disclosure-error.ts';

/** What an officer wants to open, and why. */
export interface LookInput {
  readonly staff: Staff;
  /** Null: the entries concern no single person. */
  readonly relationship: Relationship | null;
  readonly entries: readonly LedgerEntry[];
  readonly reason: string;
}

/** Under which entry a look at evidence stands in the log. */
export interface RecordedLook {
  readonly index: number;
  readonly at: Instant;
}

/**
 * @returns the company whose evidence it is
 * @throws NotFoundError for whoever is no officer, and for records of another company or another person
 */
export function assertOwnEvidence({ staff, relationship, entries }: Omit<LookInput, 'reason'>): CompanyId {
  const { companyId } = staff;
  if (
    !companyId ||
    !staff.roles.includes('officer') ||
    entries.some((entry) => entry.companyId !== companyId) ||
    (relationship && relationship.companyId !== companyId) ||
    // Whose records are opened must be told of it.
    entries.some(({ relationshipId }) => relationshipId !== null && relationshipId !== relationship?.id)
  ) {
    throw new NotFoundError();
  }
  return companyId;
}

/**
 * Writes an officer's look into the log. Nothing is opened here: the door opens
 * only what this entry says.
 */
export async function recordLookInside(
  { tx, at, append }: ActContext,
  core: Pick<Core, 'world'>,
  { staff, relationship, entries, reason }: LookInput,
): Promise<RecordedLook> {
  const companyId = assertOwnEvidence({ staff, relationship, entries });
  if (reason.trim() === '') throw new DisclosureError('reason-missing');
  const id = core.world.newId() as DisclosureId;
  const said = { how: 'evidence', version: null, role: 'officer', reason } as const;
  const count = entries.length;
  const ledgerIndex = append({
    companyId,
    relationship,
    body: {
      ...said,
      kind: 'evidence-opened',
      batch: id,
      purpose: null,
      fields: [],
      root: '',
      count,
      staff: staff.pseudonym,
    },
  });
  await tx.disclosure.insert(
    {
      ...said,
      id,
      runId: id,
      ledgerIndex,
      companyId,
      staffId: staff.id,
      purposeId: null,
      fields: [],
      saltSealed: Buffer.alloc(0),
      count,
      at,
    },
    relationship ? [{ relationshipId: relationship.id, position: 0, fields: [] }] : [],
  );
  return { index: ledgerIndex, at };
}
