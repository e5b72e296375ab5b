import type { CompanyId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerRecord } from '#schema/ledger.ts';
import type { Writers } from '../shared/storage.ts';
import type { World } from '../shared/world.ts';
import type { Keyring } from '../vault/keyring.ts';
import { entryPlace, evidenceKeyId, PORTAL_KEY_ID } from '../vault/places.ts';
import { sealJson } from '../vault/seal.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { JsonRecord } from './jcs.ts';
import { leafEntry, SALT_BYTES } from './leaf.ts';
import type { CompanyChange, LedgerEntry, LedgerState } from './ledger-store.ts';
import { appendLeaves, hashLeaf } from './merkle.ts';

export interface DatedDraft extends EntryDraft {
  readonly at: Instant;
}

interface Chain {
  readonly seq: number;
  readonly leaf: string | null;
}

/** What is sealed beside each leaf: enough to compute the public bytes again. */
export interface SealedRecord {
  readonly salt: string;
  readonly record: LedgerRecord;
}

/**
 * Turns drafts into entries and writes them, in order, as the last thing of a
 * transaction: indices are contiguous, each relationship's chain goes on from
 * its last leaf, each company's sequence of changes has no gap.
 */
export async function appendEntries(
  core: { keys: Keyring; world: World },
  tx: Writers,
  state: LedgerState,
  drafts: readonly DatedDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const chains = await readChains(tx, drafts);
  const entries: LedgerEntry[] = [];
  const keyIds = drafts.map(keyIdOf);
  const keys = await core.keys.getMany([...new Set(keyIds)]);

  for (const [offset, draft] of drafts.entries()) {
    const index = state.size + offset;
    const chain = draft.relationship && (chains.get(draft.relationship.id) ?? { seq: 0, leaf: null });
    const record = {
      ...draft.body,
      schema: 'driverseat/record/v1',
      company: draft.companyId,
      subject: draft.relationship?.subject ?? null,
      at: draft.at,
      seq: chain ? chain.seq + 1 : null,
      prev: chain?.leaf ?? null,
    } as LedgerRecord;
    const salt = core.world.randomBytes(SALT_BYTES);
    const entry = leafEntry(salt, record as unknown as JsonRecord);
    const leaf = hashLeaf(entry);
    if (draft.relationship && chain)
      chains.set(draft.relationship.id, { seq: chain.seq + 1, leaf: leaf.toString('hex') });
    const keyId = keyIdOf(draft);
    const key = keys.get(keyId) ?? (await core.keys.get(keyId));
    const sealed: SealedRecord = { salt: salt.toString('base64'), record };
    entries.push({
      index,
      kind: draft.body.kind,
      at: draft.at,
      leaf,
      entry,
      relationshipId: draft.relationship?.id ?? null,
      companyId: draft.companyId,
      purposeId: draft.purposeId ?? null,
      versionId: draft.versionId ?? null,
      method: draft.method ?? null,
      channel: draft.channel ?? null,
      keyId,
      sealed: sealJson(key, entryPlace(index), sealed),
    });
  }

  const grown = appendLeaves(
    state.size,
    entries.map((entry) => entry.leaf),
    state.edge.map((hash) => Buffer.from(hash, 'hex')),
  );
  await tx.ledger.append(entries, grown.nodes, {
    origin: state.origin,
    size: state.size + entries.length,
    edge: grown.edge.map((hash) => hash.toString('hex')),
    lastAt: drafts[drafts.length - 1]?.at ?? state.lastAt,
  });
  await tx.ledger.advanceChains([...chains].map(([relationshipId, chain]) => ({ relationshipId, ...chain })));
  await appendChanges(tx, entries);
}

function keyIdOf(draft: EntryDraft): string {
  return draft.relationship ? evidenceKeyId(draft.relationship.id) : PORTAL_KEY_ID;
}

/** Where each relationship's chain ends, read again inside the transaction: an act may have been handed an older copy. */
async function readChains(tx: Writers, drafts: readonly EntryDraft[]): Promise<Map<RelationshipId, Chain>> {
  const ids = new Set(drafts.flatMap(({ relationship }) => (relationship ? [relationship.id] : [])));
  const found = ids.size > 0 ? await tx.relationship.findMany([...ids]) : [];
  return new Map(found.map(({ id, seq, lastLeaf }) => [id, { seq, leaf: lastLeaf }]));
}

async function appendChanges(tx: Writers, entries: readonly LedgerEntry[]): Promise<void> {
  const byCompany = new Map<CompanyId, LedgerEntry[]>();
  for (const entry of entries) {
    if (!entry.relationshipId || !entry.companyId) continue;
    const list = byCompany.get(entry.companyId);
    if (list) list.push(entry);
    else byCompany.set(entry.companyId, [entry]);
  }
  const changes: CompanyChange[] = [];
  for (const [companyId, own] of byCompany) {
    const first = await tx.ledger.takeChangeNumbers(companyId, own.length);
    for (const [offset, entry] of own.entries()) {
      if (!entry.relationshipId) continue;
      changes.push({
        companyId,
        seq: first + offset,
        relationshipId: entry.relationshipId,
        kind: entry.kind,
        purposeId: entry.purposeId,
        ledgerIndex: entry.index,
        at: entry.at,
      });
    }
  }
  if (changes.length > 0) await tx.ledger.insertChanges(changes);
}
