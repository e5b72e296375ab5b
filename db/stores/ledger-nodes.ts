import type { LedgerNode } from '#app/core/ledger/ledger-store.ts';
import type { Reader } from '../connections.ts';
import { dialectOf } from '../dialect.ts';
import { select } from '../statement.ts';

const leaves = select((db, p: { indices: string }) =>
  db
    .selectFrom('ledger_entry')
    .select(['idx', 'leaf'])
    .where((eb) => dialectOf(db).anyNumberOf(eb.ref('idx'), p.indices)),
);
const above = select((db, p: { refs: string }) =>
  db
    .selectFrom('ledger_node')
    .select(['level', 'idx', 'hash'])
    .where((eb) => dialectOf(db).anyPairOf(eb.ref('level'), eb.ref('idx'), p.refs)),
);

/** Leaves are kept once, in their entries; only what stands above them has rows of its own. */
export async function readNodes(
  db: Reader,
  refs: readonly { level: number; index: number }[],
): Promise<LedgerNode[]> {
  const indices = refs.filter(({ level }) => level === 0).map(({ index }) => index);
  const pairs = refs.filter(({ level }) => level > 0).map(({ level, index }) => [level, index]);
  const found: LedgerNode[] = [];
  if (indices.length > 0) {
    const rows = await leaves(db, { indices: JSON.stringify(indices) });
    for (const { idx, leaf } of rows) found.push({ level: 0, index: idx, hash: leaf });
  }
  if (pairs.length > 0) {
    const rows = await above(db, { refs: JSON.stringify(pairs) });
    for (const { level, idx, hash } of rows) found.push({ level, index: idx, hash });
  }
  return found;
}
