import { notFound } from '#app/auth/require.ts';
import type { DueWindow } from '#app/core/consent/consent-store.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { ENDING_KINDS, type EndingItem, type EndingView } from '#app/screens/officer/ending-view.ts';
import type { Instant } from '#schema/instant.ts';
import type { OfficerVisit } from './visit.server.ts';

const WINDOW_MS = 30 * DAY_MS;
/** A confirmation mail is valid for a day; after a week nobody is about to answer it. */
const PENDING_MS = 7 * DAY_MS;
const PEOPLE = 200;

const windowAt = (at: Instant): DueWindow => ({
  at,
  expiringBefore: addMs(at, WINDOW_MS),
  pendingBefore: addMs(at, -PENDING_MS),
});

/** What waits too long and what ends soon, purpose by purpose. */
export async function readEnding({ core, company, at }: OfficerVisit): Promise<EndingItem[]> {
  const { purpose: purposes, consent } = core.storage.read;
  const window = windowAt(at);
  const known = await purposes.all(company.id);
  const counts = await consent.due(
    known.map(({ purpose }) => purpose.id),
    window,
  );
  const ending: EndingItem[] = [];
  for (const { purpose, version: newest } of known) {
    const of = { slug: purpose.slug, title: newest.content.title };
    for (const { id, version, usableUntil } of await purposes.versions(purpose.id)) {
      const found = counts.find(({ versionId }) => versionId === id);
      // Where the use of a version is over, its grants open nothing any more.
      if (!found || (usableUntil !== null && usableUntil <= at)) continue;
      const { pending, expiring, granted } = found;
      if (pending > 0) ending.push({ ...of, what: 'pending', version, count: pending, until: null });
      if (expiring > 0)
        ending.push({ ...of, what: 'expiring', version, count: expiring, until: window.expiringBefore });
      if (granted > 0 && usableUntil !== null && usableUntil <= window.expiringBefore)
        ending.push({ ...of, what: 'ending', version, count: granted, until: usableUntil });
    }
  }
  return ending;
}

/**
 * The people behind one line of the first page, as that line counts them.
 *
 * @throws Response 404 for a purpose or a version that is not this company's
 */
export async function readEndingPeople(visit: OfficerVisit): Promise<EndingView> {
  const { core, company, at, url } = visit;
  const { purpose: purposes, consent } = core.storage.read;
  const word = (name: string): string => url.searchParams.get(name) ?? '';
  const what = ENDING_KINDS.find((kind) => kind === word('what'));
  const purpose = await purposes.findBySlug(company.id, word('purpose'));
  const versions = purpose ? await purposes.versions(purpose.id) : [];
  const version = versions.find((one) => String(one.version) === word('version'));
  if (!what || !purpose || !version) throw notFound();
  const window = windowAt(at);
  const people = await consent.duePeople({
    ...window,
    purposeId: purpose.id,
    versionId: version.id,
    what: what === 'ending' ? 'granted' : what,
    limit: PEOPLE,
  });
  const items = await readEnding(visit);
  const item = items.find(
    (one) => one.slug === purpose.slug && one.version === version.version && one.what === what,
  );
  return {
    at,
    companyName: company.profile.name,
    item: item ?? {
      slug: purpose.slug,
      title: version.content.title,
      what,
      version: version.version,
      count: 0,
      until: what === 'expiring' ? window.expiringBefore : null,
    },
    // Gone between two clicks, or an address of yesterday: then there is nobody to list.
    people: item ? people : [],
  };
}
