import { ConsentEventKind } from '#schema/consent.ts';
import type { PurposeVersionId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerEntry } from '../ledger/ledger-store.ts';
import type { PurposeVersion } from '../purpose/purpose.ts';

type Entry = Pick<LedgerEntry, 'kind' | 'at' | 'versionId'>;
type Version = Pick<PurposeVersion, 'id' | 'kind'>;

/**
 * Since when a running yes has held without a break: a change of its fields,
 * channels or end moves no beginning, nor does a corrected text; a yes to
 * another text begins anew. Null: the last word is no yes.
 *
 * @param entries of one purpose and relationship, oldest first
 * @param versions of the purpose, oldest first
 */
export function yesSince(entries: readonly Entry[], versions: readonly Version[]): Instant | null {
  const standing: Entry[] = [];
  for (const entry of entries) {
    if (!ConsentEventKind.safeParse(entry.kind).success) continue;
    if (entry.kind === 'undone') standing.pop();
    else standing.push(entry);
  }
  let since: Instant | null = null;
  let began: Entry | undefined;
  for (const entry of standing.reverse()) {
    const yes = entry.kind === 'granted' || entry.kind === 'changed';
    if (!yes || (began && textOf(entry.versionId, versions) !== textOf(began.versionId, versions))) break;
    // Said anew to the very same version: the yes before it had ended, or waited for its address.
    if (began?.kind === 'granted' && began.versionId === entry.versionId) break;
    began = entry;
    since = entry.at;
  }
  return since;
}

/** The version whose words a correction only mends. */
function textOf(id: PurposeVersionId | null, versions: readonly Version[]): PurposeVersionId | null {
  const index = versions.findIndex((version) => version.id === id);
  return versions.slice(0, index + 1).findLast(({ kind }) => kind !== 'correction')?.id ?? id;
}
