import type { Company } from '#app/core/company/company.ts';
import { signCheckpoint } from '#app/core/ledger/checkpoint.ts';
import type { JsonRecord } from '#app/core/ledger/jcs.ts';
import { leafEntry, SALT_BYTES } from '#app/core/ledger/leaf.ts';
import { appendLeaves, hashLeaf } from '#app/core/ledger/merkle.ts';
import { inclusionProof } from '#app/core/ledger/merkle-proof.ts';
import { formatVerifierKey, generateSignerKey } from '#app/core/ledger/note-key.ts';
import { renderCard } from '#app/core/purpose/purpose-card.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import type { World } from '#app/core/shared/world.ts';
import type { Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { BroughtEntry } from '#schema/own-export.ts';
import {
  FOREIGN_COMPANY,
  FOREIGN_CONTENT,
  FOREIGN_ORIGIN,
  FOREIGN_PURPOSE,
} from './content/foreign-portal.ts';

export interface ForeignPast {
  readonly entries: readonly BroughtEntry[];
  readonly text: { readonly textHash: string; readonly card: string };
}

/** What was decided there, so many days before it was brought along. */
const EVENTS = [
  { kind: 'connected', daysBefore: 700 },
  { kind: 'granted', daysBefore: 699 },
  { kind: 'withdrawn', daysBefore: 320 },
] as const;

/** Entries of a log of another portal, really signed with a key of its own: what an import would have read. */
export async function createForeignPast(world: World, at: Instant): Promise<ForeignPast> {
  const company: Company = {
    id: world.newId() as Company['id'],
    slug: 'bodenseebus' as Slug,
    createdAt: at,
    profile: FOREIGN_COMPANY,
  };
  const text = renderCard(company, FOREIGN_PURPOSE, 1, FOREIGN_CONTENT, 'de');
  const subject = world.newId();
  const versionId = world.newId();
  let prev: string | null = null;
  const drafts = EVENTS.map(({ kind, daysBefore }, place) => {
    const when = addMs(at, -daysBefore * DAY_MS);
    const record: JsonRecord = {
      schema: 'driverseat/record/v1',
      company: company.id,
      subject,
      at: when,
      seq: place + 1,
      prev,
      kind,
      actor: { kind: 'customer', name: '' },
      method: 'web',
      ...(kind === 'connected' ? {} : decisionOf(kind, text.textHash, versionId, when)),
    };
    const salt = world.randomBytes(SALT_BYTES);
    const leaf = hashLeaf(leafEntry(salt, record));
    prev = leaf.toString('hex');
    return { kind, at: when, record, salt, leaf };
  });
  const key = generateSignerKey(FOREIGN_ORIGIN);
  const grown = appendLeaves(
    0,
    drafts.map(({ leaf }) => leaf),
    [],
  );
  const size = drafts.length;
  const head = signCheckpoint({ origin: FOREIGN_ORIGIN, size, root: grown.root }, key);
  const log = { origin: FOREIGN_ORIGIN, key: formatVerifierKey(key), checkpoint: head.note };
  const entries: BroughtEntry[] = [];
  for (const [index, draft] of drafts.entries()) {
    const decided = draft.kind !== 'connected';
    const hashes = await inclusionProof(index, size, () => grown.nodes);
    entries.push(
      BroughtEntry.parse({
        format: 'driverseat/entry/v1',
        log,
        index,
        at: draft.at,
        kind: draft.kind,
        company: { slug: company.slug, name: FOREIGN_COMPANY.name },
        purpose: decided
          ? { slug: FOREIGN_PURPOSE, title: FOREIGN_CONTENT.title.de ?? '', version: 1 }
          : null,
        method: 'web',
        textHash: decided ? text.textHash : null,
        record: draft.record,
        proof: {
          salt: draft.salt.toString('base64'),
          leafHash: draft.leaf.toString('base64'),
          treeSize: size,
          hashes: hashes.map((hash) => hash.toString('base64')),
        },
      }),
    );
  }
  return { entries, text };
}

function decisionOf(
  kind: 'granted' | 'withdrawn',
  textHash: string,
  versionId: string,
  at: Instant,
): JsonRecord {
  const yes = kind === 'granted';
  return {
    purpose: FOREIGN_PURPOSE,
    version: 1,
    standing: {
      state: kind,
      versionId,
      fields: yes ? ['email'] : [],
      channels: yes ? ['email'] : [],
      decidedAt: at,
      expiresAt: null,
    },
    textHash,
    language: 'de',
    noticeVersion: 1,
    source: `/me/companies/bodenseebus/${FOREIGN_PURPOSE}`,
    evidence: {},
    supersedes: yes ? null : 1,
    gpc: false,
  };
}
