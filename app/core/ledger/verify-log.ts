import type { RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { compareDisclosure } from '../disclosure/compare-disclosure.ts';
import type { Core } from '../shared/core.ts';
import { openEntries } from '../vault/doors/open-evidence.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { CheckpointLock } from './checkpoint-lock.ts';
import { compareState } from './compare-state.ts';
import { emptyFold, type FoldedRelationship, foldRecord } from './fold-log.ts';
import type { JsonRecord } from './jcs.ts';
import { leafEntry } from './leaf.ts';
import type { LedgerEntry } from './ledger-store.ts';
import type { LogFault } from './log-fault.ts';
import { appendLeaves, type Edge, hashLeaf, rootFromEdge } from './merkle.ts';
import type { VerifierKey } from './note-key.ts';

export interface LogReport {
  readonly size: number;
  readonly root: string;
  /** Records opened and compared; the rest belongs to erased people. */
  readonly opened: number;
  readonly checkpointSize: number | null;
  readonly faults: readonly LogFault[];
}

const BATCH = 256;
/** Enough to see what kind of damage it is. */
const MAX_FAULTS = 50;

/**
 * Reads the whole log again, from its bytes up: entries hash to the leaves,
 * leaves to the stored nodes and to the signed head, records to the entries,
 * chains have no gap, the fold equals the tables of current state, every
 * disclosure's rows equal its root. Changes nothing and shows no value.
 */
export async function verifyLog(
  core: Pick<Core, 'storage' | 'keys'>,
  trust: { readonly keys: readonly VerifierKey[]; readonly lock: CheckpointLock },
  onProgress: (done: number, total: number) => void = () => {},
): Promise<LogReport> {
  const { ledger } = core.storage.read;
  const faults: LogFault[] = [];
  const report = (code: LogFault['code'], at: string, detail: string): void => {
    if (faults.length < MAX_FAULTS) faults.push({ code, at, detail });
  };
  const state = await ledger.state();
  if (!state) {
    report('log-missing', 'log', 'There is no log in this database.');
    return { size: 0, root: '', opened: 0, checkpointSize: null, faults };
  }

  const folds = new Map<RelationshipId, FoldedRelationship>();
  const checkpoint = await ledger.latestCheckpoint();
  let edge: Edge = [];
  let opened = 0;
  let lastAt = '' as Instant;
  for (let from = 0; from < state.size; from += BATCH) {
    const entries = await ledger.range(from, Math.min(BATCH, state.size - from));
    entries.forEach((entry, offset) => {
      if (entry.index !== from + offset) report('index-gap', `entry ${from + offset}`, 'is missing');
      if (!hashLeaf(entry.entry).equals(entry.leaf))
        report('leaf-mismatch', `entry ${entry.index}`, 'bytes do not hash to the leaf');
      if (entry.at < lastAt)
        report('time-backwards', `entry ${entry.index}`, 'is older than the entry before it');
      lastAt = entry.at;
    });
    if (entries.length === 0) break;
    const grown = appendLeaves(
      from,
      entries.map(({ entry }) => hashLeaf(entry)),
      edge,
    );
    const above = grown.nodes.filter(({ level }) => level > 0);
    const stored = new Map(
      (await ledger.nodes(above)).map((node) => [`${node.level}/${node.index}`, node.hash]),
    );
    for (const node of above) {
      if (!stored.get(`${node.level}/${node.index}`)?.equals(node.hash)) {
        report('node-mismatch', `node ${node.level}/${node.index}`, 'does not equal the hash of its leaves');
      }
    }
    if (checkpoint && checkpoint.size > from && checkpoint.size <= from + entries.length) {
      const part = appendLeaves(
        from,
        entries.slice(0, checkpoint.size - from).map(({ entry }) => hashLeaf(entry)),
        edge,
      );
      checkHead(checkpoint.note, checkpoint.size, part.root, state.origin, trust.keys, report);
    }
    edge = grown.edge;
    opened += await checkRecords(core, entries, folds, report);
    onProgress(Math.min(from + BATCH, state.size), state.size);
    // A check of a long log must not hold up the pages.
    await new Promise((resolve) => setImmediate(resolve));
  }

  const root = rootFromEdge(edge);
  const storedRoot = rootFromEdge(state.edge.map((hash) => Buffer.from(hash, 'hex')));
  if (!root.equals(storedRoot))
    report('root-mismatch', `size ${state.size}`, 'entries do not give the stored root');
  const locked = trust.lock.read();
  if (locked && locked.size > state.size)
    report('rolled-back', `size ${state.size}`, `${locked.size} entries were signed before`);
  if (locked && checkpoint && locked.size === checkpoint.size && locked.note !== checkpoint.note) {
    report('checkpoint-mismatch', `checkpoint ${checkpoint.size}`, 'differs from the one kept apart');
  }
  for (const fault of await compareState(core.storage.read, folds))
    report(fault.code, fault.at, fault.detail);
  return {
    size: state.size,
    root: root.toString('hex'),
    opened,
    checkpointSize: checkpoint?.size ?? null,
    faults,
  };
}

type Report = (code: LogFault['code'], at: string, detail: string) => void;

function checkHead(
  note: string,
  size: number,
  root: Buffer,
  origin: string,
  keys: readonly VerifierKey[],
  report: Report,
): void {
  try {
    const head = openCheckpoint(note, origin, keys);
    if (head.size !== size || !head.root.equals(root))
      report('checkpoint-mismatch', `checkpoint ${size}`, 'signed another root');
  } catch {
    report('checkpoint-signature', `checkpoint ${size}`, 'is not signed by this log');
  }
}

/** Opens a batch of records, recomputes their public bytes and carries the chains on. */
async function checkRecords(
  core: Pick<Core, 'storage' | 'keys'>,
  entries: readonly LedgerEntry[],
  folds: Map<RelationshipId, FoldedRelationship>,
  report: Report,
): Promise<number> {
  let opened = 0;
  for (const entry of entries) {
    const at = `entry ${entry.index}`;
    const [one] = await openEntries(core, [entry]).catch(() => {
      report('record-unreadable', at, 'does not open under its key');
      return [];
    });
    if (!one) continue;
    opened += 1;
    const { record, salt } = one;
    if (!leafEntry(salt, record as unknown as JsonRecord).equals(entry.entry)) {
      report('record-mismatch', at, 'record and salt do not give the public bytes');
    }
    if (record.kind !== entry.kind || record.at !== entry.at || record.company !== entry.companyId) {
      report('index-columns-mismatch', at, 'the index in clear differs from the record');
    }
    if (record.kind === 'disclosed') {
      const fault = await compareDisclosure(core, record, entry.index);
      if (fault) report(fault.code, fault.at, fault.detail);
    }
    if (!entry.relationshipId) continue;
    const fold = folds.get(entry.relationshipId) ?? emptyFold();
    if (record.seq !== fold.seq + 1 || record.prev !== fold.leaf)
      report('chain-broken', at, 'does not follow the entry before it');
    foldRecord(fold, record, entry.index, entry.leaf.toString('hex'));
    folds.set(entry.relationshipId, fold);
  }
  return opened;
}
