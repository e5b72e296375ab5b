import { notFound } from '#app/auth/require.ts';
import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import { type OpenedEntry, openEntries } from '#app/core/vault/doors/open-evidence.ts';
import type { HistoryEntryView } from '#app/screens/me/history-entry.tsx';
import type { ConsentState } from '#schema/consent.ts';
import { nameOf } from './find-company.server.ts';
import { readWishChanges } from './preference-changes.server.ts';
import type { Visit } from './visit.server.ts';

/** @throws Response 404 for an entry that is not this customer's, as for one that does not exist */
export async function readHistoryEntry(visit: Visit, word: string | undefined): Promise<HistoryEntryView> {
  const { read } = visit.core.storage;
  const entry = /^\d{1,15}$/.test(word ?? '') ? await read.ledger.entry(Number(word)) : undefined;
  if (!entry || !(await isOwn(visit, entry))) throw notFound();
  const [opened] = await openEntries(visit.core, [entry]);
  if (!opened) throw notFound();
  const { record } = opened;
  const company = entry.companyId ? await read.company.find(entry.companyId) : undefined;
  const consent = 'standing' in record ? record : undefined;
  return {
    index: entry.index,
    at: entry.at,
    kind: entry.kind,
    company: company ? nameOf(company) : null,
    actor: 'actor' in record ? record.actor.kind : null,
    method: entry.method,
    from: consent ? await readBefore(visit, consent.supersedes) : null,
    standing: consent?.standing ?? null,
    preference: record.kind === 'preference' ? record.preference : null,
    wishes: (await readWishChanges(visit, [entry])).get(entry.index) ?? [],
    gpc: consent?.gpc ?? false,
    recall: record.kind === 'recall-confirmed' ? { told: record.recalls, note: record.note } : null,
    card: await readCard(visit, consent?.textHash ?? null),
    addressConfirmed: consent !== undefined && 'address-confirmed' in consent.evidence,
    proof: await readProof(visit, opened),
  };
}

async function isOwn({ core, customer }: Visit, entry: LedgerEntry): Promise<boolean> {
  const own = await core.storage.read.relationship.allOfCustomer(customer.id);
  return entry.relationshipId !== null && own.some(({ id }) => id === entry.relationshipId);
}

/** The state before, told by the entry that this one replaces. */
async function readBefore({ core }: Visit, index: number | null): Promise<ConsentState | null> {
  const entry = index === null ? undefined : await core.storage.read.ledger.entry(index);
  const [before] = entry ? await openEntries(core, [entry]) : [];
  return before && 'standing' in before.record ? before.record.standing.state : null;
}

/** The text by its hash: exactly the bytes that were shown, in the language that was shown. */
async function readCard({ core }: Visit, textHash: string | null): Promise<HistoryEntryView['card']> {
  const { purpose } = core.storage.read;
  const card = textHash === null ? undefined : await purpose.cardByHash(textHash);
  const version = card && (await purpose.version(card.versionId));
  return card && version ? { text: parseCard(card.card), releasedAt: version.releasedAt } : null;
}

async function readProof(
  { core }: Visit,
  { entry, record }: OpenedEntry,
): Promise<HistoryEntryView['proof']> {
  const head = await core.storage.read.ledger.checkpointCovering(entry.index);
  return {
    own: entry.leaf.toString('hex'),
    before: record.prev,
    text: 'textHash' in record ? record.textHash : null,
    place: record.seq,
    signed: head ? { at: head.at, size: head.size } : null,
  };
}
