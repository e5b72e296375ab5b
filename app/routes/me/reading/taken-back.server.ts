import { addMs } from '#app/core/shared/calendar.ts';
import type { TakenBack } from '#app/screens/me/taken-back-notice.tsx';
import { UNDO_WINDOW_MS } from '#schema/consent.ts';
import type { CompanyId } from '#schema/ids.ts';
import { runningPause } from './lines.server.ts';
import type { Visit } from './visit.server.ts';

type Reading = Pick<Visit, 'core' | 'customer' | 'at' | 'url'>;

/** Ledger indices of one act. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * What the act that the address names ended, from what is stored now; null when nothing of it stands.
 *
 * @param only the one company that may be named here
 */
export async function readTakenBack(
  visit: Reading,
  only: CompanyId | null = null,
): Promise<TakenBack | null> {
  const [first = Number.NaN, last = Number.NaN] = (visit.url.searchParams.get('taken') ?? '')
    .split('-')
    .map(Number);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return null;
  return tellTakenBack(visit, { first, last }, only);
}

/** The same; without such an address the newest act on several things that can still be undone, so that leaving the page loses no way back. */
export async function readUndoable(visit: Reading, only: CompanyId | null = null): Promise<TakenBack | null> {
  const told = await readTakenBack(visit, only);
  const newest = told ? null : await newestTakenBack(visit, only);
  const taken = newest && (await tellTakenBack(visit, newest, only));
  return told ?? (taken?.undoUntil ? taken : null);
}

/** As many entries as one act can write. */
const RECENT = 50;

/** Entries of one act bear the same instant. */
async function newestTakenBack({ core, customer }: Reading, only: CompanyId | null): Promise<Span | null> {
  const recent = (await core.storage.read.ledger.ofCustomer(customer.id, RECENT)).filter(
    ({ kind, companyId }) =>
      (kind === 'withdrawn' || kind === 'objected') && (only === null || companyId === only),
  );
  const act = recent.filter(({ at }) => at === recent[0]?.at).map(({ index }) => index);
  // A single one has its way back on its own page.
  return act.length > 1 ? { first: Math.min(...act), last: Math.max(...act) } : null;
}

async function tellTakenBack(
  { core, customer, at }: Reading,
  { first, last }: Span,
  only: CompanyId | null,
): Promise<TakenBack | null> {
  const { read } = core.storage;
  const ended = (await read.consent.ofCustomer(customer.id)).filter(
    ({ lastIndex, standing, companyId }) =>
      (only === null || companyId === only) &&
      lastIndex >= first &&
      lastIndex <= last &&
      standing.state !== 'granted' &&
      standing.state !== 'open',
  );
  const entry = ended[0] && (await read.ledger.entry(ended[0].lastIndex));
  if (!entry) return null;
  const purposes: TakenBack['purposes'][number][] = [];
  for (const { companyId, purposeId, standing, previous } of ended) {
    const company = await read.company.find(companyId);
    const version = await read.purpose.currentVersion(purposeId);
    if (!company || !version) continue;
    // What ran by itself until somebody said stop had no answer before.
    const from = previous?.standing.state ?? (standing.state === 'objected' ? 'open' : 'granted');
    purposes.push({
      company: company.profile.name,
      title: version.content.title,
      from,
      to: standing.state,
    });
  }
  const undoUntil = addMs(entry.at, UNDO_WINDOW_MS);
  return { at: entry.at, purposes, first, last, undoUntil: runningPause(undoUntil, at) };
}

/** How many things the undo before this page brought back. */
export function readUndone({ url }: Visit): number | null {
  const count = url.searchParams.get('undone');
  return count !== null && /^\d{1,3}$/.test(count) ? Number(count) : null;
}
