import type { ConsentStanding } from '#schema/consent.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import type { ConsentRecord } from '#schema/ledger.ts';
import { undecided } from '../consent/decide-consent.ts';
import type { Core } from '../shared/core.ts';
import { type OpenedEntry, openEntries } from '../vault/doors/open-evidence.ts';
import { DECIDED, type Receipt, type ReceiptLine } from './receipt.ts';
import { tellPreference } from './tell-preference.ts';

/** More than anybody decides in a quarter of an hour; the rest stands in the history. */
const ENTRIES = 300;
const LINES = 40;

type CollectCore = Pick<Core, 'storage' | 'keys'>;

/**
 * What the customer decided from one ledger index up to another (exclusive),
 * told by where it began and where it stands: what was undone leaves no line.
 * Undefined when nothing is left to tell, or nothing but a no to what was
 * never decided: a refusal alone must not bring a mail.
 */
export async function collectReceipt(
  core: CollectCore,
  customerId: CustomerId,
  from: number,
  upTo: number,
): Promise<{ readonly receipt: Receipt; readonly only: CompanyId | null } | undefined> {
  const { read } = core.storage;
  const entries = (await read.ledger.ofCustomer(customerId, ENTRIES, upTo))
    .filter(({ index, kind }) => index >= from && DECIDED.has(kind))
    .reverse();
  const runs = new Map<string, OpenedEntry[]>();
  for (const opened of await openEntries(core, entries)) {
    const { relationshipId, purposeId } = opened.entry;
    const key = `${relationshipId}/${purposeId ?? ''}`;
    runs.set(key, [...(runs.get(key) ?? []), opened]);
  }
  const lines: ReceiptLine[] = [];
  const companies = new Set<CompanyId>();
  for (const run of runs.values()) {
    const told = await tellRun(core, run);
    const companyId = run[0]?.entry.companyId;
    if (told.length > 0 && companyId) companies.add(companyId);
    lines.push(...told);
  }
  if (lines.every((line) => line.about === 'purpose' && line.to === 'refused')) return undefined;
  lines.sort((a, b) => a.index - b.index);
  const [only = null] = companies.size === 1 ? companies : [];
  return { receipt: { lines: lines.slice(0, LINES), more: Math.max(lines.length - LINES, 0) }, only };
}

/** The decisions on one purpose, or on how one company may reach the customer, oldest first. */
async function tellRun(core: CollectCore, run: readonly OpenedEntry[]): Promise<ReceiptLine[]> {
  const [first, last] = [run[0], run.at(-1)];
  const company = first?.entry.companyId && (await core.storage.read.company.find(first.entry.companyId));
  if (!first || !last || !company) return [];
  const place = { company: company.profile.name, at: last.entry.at, index: last.entry.index };
  if (last.record.kind === 'preference') return tellPreference(core, place.company, run);
  if (!('standing' in first.record) || !('standing' in last.record)) return [];
  const { at, index } = broughtAbout(run, last).entry;
  return tellPurpose(core, { ...place, at, index }, first.record, last);
}

/** After an undo, the decision that stands again; its number is the one to look up. */
function broughtAbout(run: readonly OpenedEntry[], last: OpenedEntry): OpenedEntry {
  if (last.entry.kind !== 'undone' || !('standing' in last.record)) return last;
  const stands = scopeOf(last.record.standing);
  const again = run.findLast(
    ({ entry, record }) =>
      entry.kind !== 'undone' && 'standing' in record && scopeOf(record.standing) === stands,
  );
  return again ?? last;
}

type Place = Pick<ReceiptLine, 'company' | 'at' | 'index'>;

async function tellPurpose(
  core: CollectCore,
  place: Place,
  first: ConsentRecord,
  last: OpenedEntry,
): Promise<ReceiptLine[]> {
  const { read } = core.storage;
  const { purposeId, versionId } = last.entry;
  const purpose = purposeId && (await read.purpose.find(purposeId));
  const version = versionId && (await read.purpose.version(versionId));
  if (!purpose || !version || !('standing' in last.record)) return [];
  const before = (await standingAt(core, first.supersedes)) ?? undecided(purpose.basis);
  const now = last.record.standing;
  if (scopeOf(before) === scopeOf(now)) return [];
  const { title } = version.content;
  return [{ ...place, about: 'purpose', title, from: before.state, to: now.state, until: now.expiresAt }];
}

async function standingAt(core: CollectCore, index: number | null): Promise<ConsentStanding | undefined> {
  const entry = index === null ? undefined : await core.storage.read.ledger.entry(index);
  const [opened] = entry ? await openEntries(core, [entry]) : [];
  return opened && 'standing' in opened.record ? opened.record.standing : undefined;
}

/** What an undo brings back, whatever the clock says. */
function scopeOf({ state, versionId, fields, channels }: ConsentStanding): string {
  const open = state === 'granted' || state === 'pending';
  return JSON.stringify(open ? [state, versionId, fields, channels] : [state]);
}
