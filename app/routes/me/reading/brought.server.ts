import { notFound } from '#app/auth/require.ts';
import { textIndexOf } from '#app/core/import/bring-entries.ts';
import { readForeignCard } from '#app/core/import/read-foreign-card.ts';
import { openForeignEntries, openForeignText } from '#app/core/vault/doors/read-foreign.ts';
import type { BroughtView } from '#app/screens/me/brought.tsx';
import type { BroughtEntryView } from '#app/screens/me/brought-entry.tsx';
import type { BroughtSource } from '#app/screens/me/brought-sources.tsx';
import { ForeignEntryId } from '#schema/ids.ts';
import { LedgerKind } from '#schema/ledger.ts';
import type { BroughtEntry } from '#schema/own-export.ts';
import type { Visit } from './visit.server.ts';

const PAGE = 30;

/** What came from other portals, one line for each of them. */
export async function readBroughtSources({ core, customer }: Visit): Promise<BroughtSource[]> {
  const { foreign } = core.storage.read;
  const found: BroughtSource[] = [];
  for (const { source, count, verified, broughtAt } of await foreign.sources(customer.id)) {
    const [newest] = await openForeignEntries(core, customer.id, await foreign.page(customer.id, source, 1));
    if (newest) found.push({ source, origin: newest.log.origin, count, verified, broughtAt });
  }
  return found;
}

/** @throws Response 404 for what is not this customer's, as for what does not exist */
export async function readBrought(visit: Visit, source: string | undefined): Promise<BroughtView> {
  const { core, customer, url } = visit;
  const about = (await readBroughtSources(visit)).find((known) => known.source === source);
  if (!about) throw notFound();
  const asked = url.searchParams.get('before');
  const before = asked !== null && /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
  const rows = await core.storage.read.foreign.page(customer.id, about.source, PAGE + 1, before);
  const shown = rows.slice(0, PAGE);
  const opened = await openForeignEntries(core, customer.id, shown);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    about,
    lines: opened.map((entry, place) => ({
      id: shown[place]?.id ?? '',
      verified: shown[place]?.verified ?? false,
      ...toldOf(entry),
    })),
    next: last ? `/me/history/brought/${about.source}?before=${last.index}` : null,
    isFirstPage: before === undefined,
  };
}

export async function readBroughtEntry(visit: Visit, word: string | undefined): Promise<BroughtEntryView> {
  const { core, customer } = visit;
  const id = ForeignEntryId.safeParse(word).data;
  const row = id && (await core.storage.read.foreign.find(customer.id, id));
  const [entry] = row ? await openForeignEntries(core, customer.id, [row]) : [];
  if (!row || !entry) throw notFound();
  return {
    ...toldOf(entry),
    id: row.id,
    source: row.source,
    origin: entry.log.origin,
    logKey: entry.log.key,
    index: entry.index,
    verified: row.verified,
    broughtAt: row.broughtAt,
    card: await readText(visit, entry.textHash),
    hasText: entry.textHash !== null,
    record: JSON.stringify(entry.record, null, 2),
  };
}

function toldOf({ at, kind, company, purpose }: BroughtEntry) {
  return {
    at,
    kind: LedgerKind.safeParse(kind).data ?? null,
    company: company?.name ?? null,
    purpose: purpose?.title || purpose?.slug || null,
  };
}

async function readText(
  { core, customer }: Visit,
  textHash: string | null,
): Promise<BroughtEntryView['card']> {
  if (textHash === null) return null;
  const { foreign } = core.storage.read;
  const text = await foreign.text(customer.id, textIndexOf(core, customer.id, textHash));
  return text ? readForeignCard((await openForeignText(core, text)).card) : null;
}
