import { addMs } from '#app/core/shared/calendar.ts';
import type { TakenBack } from '#app/screens/me/taken-back-notice.tsx';
import { UNDO_WINDOW_MS } from '#schema/consent.ts';
import type { CompanyId } from '#schema/ids.ts';
import { runningPause } from './lines.server.ts';
import type { Visit } from './visit.server.ts';

/**
 * What the act between two ledger indices ended, from what is stored now; null when nothing of it stands.
 *
 * @param only the one company that may be named here
 */
export async function readTakenBack(
  visit: Pick<Visit, 'core' | 'customer' | 'at' | 'url'>,
  only: CompanyId | null = null,
): Promise<TakenBack | null> {
  const { core, customer, at, url } = visit;
  const [first = Number.NaN, last = Number.NaN] = (url.searchParams.get('taken') ?? '')
    .split('-')
    .map(Number);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return null;
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
