import type { LedgerKind } from '#schema/ledger.ts';
import { compareNotices } from '../company/compare-notices.ts';
import { DisclosureCheck } from '../disclosure/check-disclosures.ts';
import { comparePurposes } from '../purpose/compare-purposes.ts';
import type { Core } from '../shared/core.ts';
import { ChangesCheck } from './check-changes.ts';
import { RecordCheck } from './check-records.ts';
import { TreeCheck } from './check-tree.ts';
import type { CheckpointLock } from './checkpoint-lock.ts';
import { ClaimedHeads } from './claimed-heads.ts';
import { compareState } from './compare-state.ts';
import { FaultList, type LogFault, type ReportFault } from './log-fault.ts';
import { LoggedReleases } from './logged-releases.ts';
import { rootFromEdge } from './merkle.ts';
import type { VerifierKey } from './note-key.ts';
import { PurposeLookup } from './purpose-lookup.ts';

export interface LogReport {
  readonly size: number;
  /** Hex; empty when entries are missing. */
  readonly root: string;
  /** Records opened and compared. */
  readonly opened: number;
  /** Records of erased people: their place is proved, their content is gone. */
  readonly erased: number;
  readonly checkpointSize: number | null;
  /** The first faults; `found` counts all. */
  readonly faults: readonly LogFault[];
  readonly found: number;
}

const BATCH = 256;

/**
 * Reads the whole log again, from its bytes up: entries hash to the leaves,
 * leaves to the stored nodes and to every signed head, records to the entries,
 * chains have no gap, the fold equals the tables of current state, every
 * look's rows equal its entry, every text its release. Changes nothing and
 * shows no value. What is written meanwhile is left to the next check.
 */
export async function verifyLog(
  core: Pick<Core, 'storage' | 'keys'>,
  trust: { readonly keys: readonly VerifierKey[]; readonly lock: CheckpointLock },
  onProgress: (done: number, total: number) => void = () => {},
): Promise<LogReport> {
  const { read } = core.storage;
  const { ledger } = read;
  const list = new FaultList();
  const { report } = list;
  const state = await ledger.state();
  if (!state) {
    report('log-missing', 'log', 'There is no log in this database.');
    return { size: 0, root: '', opened: 0, erased: 0, checkpointSize: null, faults: list.faults, found: 1 };
  }
  const { size, origin } = state;
  const heads = new ClaimedHeads(ledger, trust.lock, report);
  const tree = new TreeCheck(ledger, { origin, keys: trust.keys }, report);
  const purposes = new PurposeLookup(read.purpose);
  const records = new RecordCheck(core, purposes, report);
  const disclosures = new DisclosureCheck(core, report);
  const changes = new ChangesCheck(ledger, report);
  const releases = new LoggedReleases();

  for (let from = 0; from < size; from += BATCH) {
    const until = Math.min(from + BATCH, size);
    // Where one is missing, the read reaches beyond the batch.
    const entries = (await ledger.range(from, BATCH)).filter(({ index }) => index < until);
    await tree.take(entries, until, await heads.upTo(until));
    const opened = await records.take(entries);
    await disclosures.take(from, until, entries, opened);
    await changes.take(entries);
    for (const { entry, record } of opened) releases.take(entry, record);
    onProgress(until, size);
    // A check of a long log must not hold up the pages.
    await new Promise((resolve) => setImmediate(resolve));
  }

  const root = tree.root();
  if (root && !root.equals(rootFromEdge(state.edge.map((hash) => Buffer.from(hash, 'hex')))))
    report('root-mismatch', `size ${size}`, 'the entries do not give the stored root');
  const checkpointSize = heads.last;
  await checkEnd(core, size, heads, changes, report);
  await checkReleases(core, size, releases, report);
  await compareState(core, purposes, records.folds, list);
  return {
    size,
    root: root?.toString('hex') ?? '',
    opened: records.opened,
    erased: records.erased,
    checkpointSize: checkpointSize || null,
    faults: list.faults,
    found: list.found,
  };
}

/** Purposes and notices; one that was released anew while they were read is left to the next check. */
async function checkReleases(
  { storage: { read } }: Pick<Core, 'storage'>,
  checked: number,
  releases: LoggedReleases,
  report: ReportFault,
): Promise<void> {
  const purposes = await comparePurposes(read, releases.purposes);
  const notices = await compareNotices(read, releases.notices);
  if (purposes.length + notices.length === 0) return;
  const late = await read.ledger.range(checked, Number.MAX_SAFE_INTEGER);
  const renewed = (kind: LedgerKind, owner: string | null) =>
    late.some((entry) => entry.kind === kind && (entry.purposeId ?? entry.companyId) === owner);
  for (const { owner, code, at, detail } of purposes)
    if (!renewed('purpose-released', owner)) report(code, at, detail);
  for (const { owner, code, at, detail } of notices)
    if (!renewed('notice-released', owner)) report(code, at, detail);
}

/** What claims to lie outside the log, measured at its end as it is now. */
async function checkEnd(
  { storage: { read } }: Pick<Core, 'storage'>,
  checked: number,
  heads: ClaimedHeads,
  changes: ChangesCheck,
  report: ReportFault,
): Promise<void> {
  const { inLog } = read.disclosure;
  const outside = [
    ...(await inLog(Number.MIN_SAFE_INTEGER, 0)),
    ...(await inLog(checked, Number.MAX_SAFE_INTEGER)),
  ];
  const late = await read.ledger.range(checked, Number.MAX_SAFE_INTEGER);
  const size = (await read.ledger.state())?.size ?? 0;
  for (const head of await heads.beyond(size)) {
    const code = head.at === 'lock file' ? 'rolled-back' : 'checkpoint-mismatch';
    report(code, head.at, `${head.size} entries were signed, ${size} are there`);
  }
  for (const { index } of late)
    if (index >= size) report('entry-surplus', `entry ${index}`, 'lies beyond the end of the log');
  for (const { id, ledgerIndex } of outside)
    if (ledgerIndex < 0 || ledgerIndex >= size)
      report('disclosure-without-entry', `disclosure ${id}`, `entry ${ledgerIndex} is not there`);
  await changes.finish(checked);
}
