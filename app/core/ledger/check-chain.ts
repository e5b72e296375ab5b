import type { OpenedEntry } from '../vault/doors/open-evidence.ts';
import type { JsonRecord } from './jcs.ts';
import { leafEntry } from './leaf.ts';
import { hashLeaf } from './merkle.ts';

export interface ChainCheck {
  readonly count: number;
  /** Index of the first entry that does not follow, or does not give its public bytes; null: none. */
  readonly brokenAt: number | null;
}

/** One relationship's entries, oldest first and all of them: every record gives its leaf, every leaf is named by the next. */
export function checkChain(entries: readonly OpenedEntry[]): ChainCheck {
  let seq = 0;
  let leaf: string | null = null;
  for (const { entry, salt, record } of entries) {
    const bytes = leafEntry(salt, record as unknown as JsonRecord);
    const follows = record.seq === seq + 1 && record.prev === leaf;
    if (!follows || !bytes.equals(entry.entry) || !hashLeaf(bytes).equals(entry.leaf))
      return { count: entries.length, brokenAt: entry.index };
    seq = record.seq ?? seq;
    leaf = entry.leaf.toString('hex');
  }
  return { count: entries.length, brokenAt: null };
}
