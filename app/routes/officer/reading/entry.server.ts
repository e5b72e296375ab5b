import { randomUUID } from 'node:crypto';
import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import { describeProof } from '#app/core/ledger/describe-proof.ts';
import type { JsonRecord } from '#app/core/ledger/jcs.ts';
import { leafEntry } from '#app/core/ledger/leaf.ts';
import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import { proveEntry } from '#app/core/ledger/prove-entry.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import type { OpenedEntry } from '#app/core/vault/doors/open-evidence.ts';
import { message } from '#app/i18n/message.ts';
import {
  type EntryPlace,
  type EntryProblem,
  type EntryView,
  type OpenedRecord,
  REASON_MAX,
  type ShownText,
} from '#app/screens/officer/entry-view.ts';
import { entryPath } from '#app/screens/officer/paths.ts';
import { logLines } from './log.server.ts';
import { findOpened, openAndGo } from './opened.server.ts';
import type { OfficerVisit } from './visit.server.ts';

/**
 * Opened, when the address names a look of this officer at this entry.
 *
 * @throws Response 404 for another company's entry, as for one that does not exist
 */
export async function readEntry(
  visit: OfficerVisit,
  word: string | undefined,
  verifierKey: string,
): Promise<EntryView> {
  const entry = await findEntry(visit, word);
  const [line] = await logLines(visit, [entry]);
  if (!line) throw notFound();
  const relationship = await relationshipOf(visit, entry);
  const look = await findOpened(visit, entryPath(entry.index), { relationship, entries: [entry] });
  const [own] = look?.opened ?? [];
  return {
    line: { ...line, channel: entry.channel },
    place: await placeOf(visit, entry, verifierKey),
    look: look
      ? {
          index: look.index,
          closesAt: look.closesAt,
          opened: own ? await recordView(visit, own) : null,
          damaged: look.damaged.length > 0,
        }
      : null,
    closed: look === undefined,
    intentId: randomUUID(),
  };
}

/** Opens the record: the reason is written down first, then it is opened. */
export async function openEntryRecord(
  visit: OfficerVisit,
  word: string | undefined,
  form: FormData,
): Promise<Response> {
  const entry = await findEntry(visit, word);
  const reason = reasonOf(form);
  const error = reasonError(reason);
  if (error) {
    const refused: EntryProblem = { error, typed: reason };
    return json(refused, { status: 422 });
  }
  const relationship = await relationshipOf(visit, entry);
  return openAndGo(visit, entryPath(entry.index), form, { relationship, entries: [entry], reason });
}

async function relationshipOf({ core }: OfficerVisit, { relationshipId }: LedgerEntry) {
  return relationshipId ? ((await core.storage.read.relationship.find(relationshipId)) ?? null) : null;
}

export function reasonOf(form: FormData): string {
  const raw = form.get('reason');
  const typed = typeof raw === 'string' ? raw : '';
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

export function reasonError(reason: string) {
  if (reason === '') return message('error.form.required');
  return reason.length > REASON_MAX ? message('error.form.tooLong', { max: REASON_MAX }) : null;
}

/** The text by its hash: exactly the bytes that were shown, in the language that was shown. */
export async function readShownText(
  { core }: OfficerVisit,
  textHash: string | null,
): Promise<ShownText | null> {
  const { purpose } = core.storage.read;
  const card = textHash === null ? undefined : await purpose.cardByHash(textHash);
  const version = card && (await purpose.version(card.versionId));
  return card && version ? { text: parseCard(card.card), releasedAt: version.releasedAt } : null;
}

async function findEntry({ core, company }: OfficerVisit, word: string | undefined): Promise<LedgerEntry> {
  const entry = /^\d{1,15}$/.test(word ?? '')
    ? await core.storage.read.ledger.entry(Number(word))
    : undefined;
  if (entry?.companyId !== company.id) throw notFound();
  return entry;
}

async function placeOf({ core }: OfficerVisit, entry: LedgerEntry, verifierKey: string): Promise<EntryPlace> {
  const state = await core.storage.read.ledger.state();
  const proof = await proveEntry(core, entry.index);
  const leaf = entry.leaf.toString('hex');
  if (!proof || !state) return { leaf, proof: null, verifierKey };
  const { size, note, steps, holds } = describeProof(entry.leaf, proof, {
    origin: state.origin,
    verifierKey,
  });
  return {
    leaf,
    verifierKey,
    proof: {
      size,
      note,
      holds,
      signedAt: proof.checkpoint.at,
      steps: steps.map(({ side, sibling, result }) => ({
        side,
        sibling: sibling.toString('hex'),
        result: result.toString('hex'),
      })),
    },
  };
}

async function recordView(visit: OfficerVisit, { entry, salt, record }: OpenedEntry): Promise<OpenedRecord> {
  const bytes = leafEntry(salt, record as unknown as JsonRecord);
  return {
    record,
    salt: salt.toString('base64'),
    givesBytes: bytes.equals(entry.entry),
    shown: 'textHash' in record ? await readShownText(visit, record.textHash) : null,
  };
}
