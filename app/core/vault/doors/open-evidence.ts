import * as z from 'zod';
import type { CompanyId } from '#schema/ids.ts';
import { LedgerRecord } from '#schema/ledger.ts';
import { type RecordedLook, recordLookInside } from '../../disclosure/record-look.ts';
import type { LedgerEntry } from '../../ledger/ledger-store.ts';
import type { Relationship } from '../../relationship/relationship.ts';
import { NotFoundError } from '../../shared/app-error.ts';
import type { Core } from '../../shared/core.ts';
import type { Staff } from '../../staff/staff.ts';
import { open, openJson } from '../open.ts';
import { batchSaltPlace, customerNumberPlace, entryPlace, evidenceKeyId, PORTAL_KEY_ID } from '../places.ts';

/** What is sealed beside each leaf. */
const Sealed = z.object({ salt: z.string(), record: LedgerRecord });

/** An opened entry: with salt and record anyone can compute the public leaf again. */
export interface OpenedEntry {
  readonly entry: LedgerEntry;
  readonly salt: Buffer;
  readonly record: LedgerRecord;
}

/** What was opened, and the entry under which this look itself stands in the log. */
export interface OpenedEvidence extends RecordedLook {
  /** Without shredded ones. */
  readonly opened: readonly OpenedEntry[];
  /** Indices of records that do not open any more: somebody was at the database. */
  readonly damaged: readonly number[];
}

/**
 * Door 4 of 5, towards the officer: records of the own company, with a reason,
 * and the look itself becomes an entry before anything is opened. It belongs to
 * the relationship: the customer reads it under "who looked".
 */
export async function openEvidence(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  staff: Staff,
  relationship: Relationship | null,
  entries: readonly LedgerEntry[],
  reason: string,
): Promise<OpenedEvidence> {
  const input = { staff, relationship, entries, reason };
  const look = await core.sequencer.submit((act) => recordLookInside(act, core, input));
  return { ...look, ...(await openRecorded(core, entries)) };
}

/** What a look that stands in the log opens. */
export async function openRecorded(
  core: Pick<Core, 'keys'>,
  entries: readonly LedgerEntry[],
): Promise<Pick<OpenedEvidence, 'opened' | 'damaged'>> {
  const inspected = await inspectEntries(core, entries);
  return {
    opened: inspected.flatMap(({ found }) => (typeof found === 'string' ? [] : found)),
    damaged: inspected.flatMap(({ entry, found }) => (found === 'unreadable' ? entry.index : [])),
  };
}

/** The customer's own evidence. Shredded entries are left out. */
export async function openEntries(
  core: Pick<Core, 'keys'>,
  entries: readonly LedgerEntry[],
): Promise<OpenedEntry[]> {
  const keys = await core.keys.getMany([...new Set(entries.map(({ keyId }) => keyId))]);
  return entries.flatMap((entry) => {
    const key = keys.get(entry.keyId);
    return key ? [openEntry(key, entry)] : [];
  });
}

/** For the check of the log, which compares and shows nothing: what became of each entry. */
export async function inspectEntries(
  core: Pick<Core, 'keys'>,
  entries: readonly LedgerEntry[],
): Promise<{ entry: LedgerEntry; found: OpenedEntry | 'no-key' | 'unreadable' }[]> {
  const keys = await wholeKeys(core, [...new Set(entries.map(({ keyId }) => keyId))]);
  return entries.map((entry) => {
    const key = keys.get(entry.keyId);
    if (!key) return { entry, found: key === null ? 'unreadable' : 'no-key' };
    try {
      return { entry, found: openEntry(key, entry) };
    } catch {
      return { entry, found: 'unreadable' };
    }
  });
}

/** A key that was tampered with does not unwrap: null, and the others are still there. */
async function wholeKeys(
  { keys }: Pick<Core, 'keys'>,
  ids: readonly string[],
): Promise<Map<string, Buffer | null>> {
  try {
    return await keys.getMany(ids);
  } catch {
    const one = async (id: string) => [id, await keys.find(id).catch(() => null)] as const;
    const found = await Promise.all(ids.map(one));
    return new Map(found.flatMap(([id, key]) => (key === undefined ? [] : [[id, key] as const])));
  }
}

function openEntry(key: Buffer, entry: LedgerEntry): OpenedEntry {
  const { salt, record } = Sealed.parse(openJson(key, entryPlace(entry.index), entry.sealed));
  return { entry, salt: Buffer.from(salt, 'base64'), record };
}

/** The company's own customer number of a relationship: for the customer, its officer, and whoever carries out a recall. */
export async function openCustomerNumber(
  core: Pick<Core, 'keys' | 'storage'>,
  relationship: Relationship,
  companyId: CompanyId,
): Promise<string | undefined> {
  if (relationship.companyId !== companyId) throw new NotFoundError();
  const sealed = await core.storage.read.relationship.sealedNumber(relationship.id);
  const key = sealed && (await core.keys.find(evidenceKeyId(relationship.id)));
  return sealed && key ? open(key, customerNumberPlace(relationship.id), sealed).toString('utf8') : undefined;
}

/** Salt of a batch of disclosures, to prove or check one row of it. */
export async function openBatchSalt(
  core: Pick<Core, 'keys'>,
  disclosureId: string,
  saltSealed: Buffer,
): Promise<Buffer> {
  const salt = openJson(await core.keys.get(PORTAL_KEY_ID), batchSaltPlace(disclosureId), saltSealed);
  return Buffer.from(z.string().parse(salt), 'base64');
}
