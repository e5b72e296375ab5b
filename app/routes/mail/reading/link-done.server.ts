import type { MailLinkAct } from '#app/core/mail/act-by-mail-link.ts';
import type { MailLink } from '#app/core/mail/mail-link-store.ts';
import { findPreference } from '#app/core/permission/find-permission.ts';
import type { Core } from '#app/core/shared/core.ts';
import { LINK_DONE, type LinkDone, type LinkDoneView } from '#app/screens/mail/link-view.ts';
import type { ChangedWishes, Wish } from '#app/screens/me/wish.ts';
import { wishesPath } from '#app/screens/me/wish.ts';
import type { CompanyId, CustomerId } from '#schema/ids.ts';
import { runningPause } from '../../me/reading/lines.server.ts';
import { oneOf } from '../../me/reading/visit.server.ts';
import { readWish } from '../../me/reading/wish-param.server.ts';

type Reading = Pick<Core, 'storage' | 'world'>;

const DONE: Readonly<Partial<Record<MailLinkAct['type'], LinkDone>>> = {
  'pause-all': 'paused',
  fewer: 'fewer',
  'no-mail': 'no-mail',
  'no-reminder': 'no-reminder',
};

/** The word for the page after an act on a wish; undefined: it decides on purposes, and their entries tell of it. */
export const doneOf = ({ type }: MailLinkAct): LinkDone | undefined => DONE[type];

/** The wish that such an act changes, as it stands. */
export async function wishNow(
  { storage, world }: Reading,
  customerId: CustomerId,
  done: LinkDone | undefined,
  companyId: CompanyId | null,
): Promise<Wish | null> {
  const { read } = storage;
  if (done === 'paused') {
    const { pausedUntil } = await read.preference.find(customerId, null);
    return { kind: 'pause', until: runningPause(pausedUntil, world.now()) };
  }
  if (companyId === null || (done !== 'fewer' && done !== 'no-mail')) return null;
  const { mostPerWeek, channelsOff } = await findPreference(read, customerId, companyId);
  return done === 'fewer' ? { kind: 'often', most: mostPerWeek } : { kind: 'channels', off: channelsOff };
}

/** From what the address says to what is stored, with the entry that says so and the way to change it again. */
export async function readLinkDone(
  core: Reading,
  { customerId, companyId: scope }: MailLink,
  query: URLSearchParams,
): Promise<LinkDoneView | null> {
  const done = oneOf(LINK_DONE, query.get('done'));
  if (!done) return null;
  const slug = query.get('company');
  const company = slug ? await core.storage.read.company.findBySlug(slug) : undefined;
  const companyId = company && (scope === null || scope === company.id) ? company.id : null;
  const to = await wishNow(core, customerId, done, companyId);
  const from = to && readWish(to.kind, query.getAll('was'));
  if (!to || !from) return { done, changed: null, undoPath: null };
  const changed = { changes: [{ from, to }], entry: await newestEntry(core, customerId, companyId ?? scope) };
  const undoPath =
    done === 'paused'
      ? '/me/preferences#pause'
      : `${wishesPath(company?.slug ?? '')}#${done === 'fewer' ? 'often' : 'channels'}`;
  return { done, changed, undoPath };
}

/** As many entries as one change for all companies can write. */
const RECENT = 50;

/** @param only whoever holds one company's mail reads of its entries alone */
async function newestEntry(
  { storage }: Reading,
  customerId: CustomerId,
  only: CompanyId | null,
): Promise<ChangedWishes['entry']> {
  const recent = await storage.read.ledger.ofCustomer(customerId, RECENT);
  const entry = recent.find(
    ({ kind, companyId }) => kind === 'preference' && (only === null || companyId === only),
  );
  return entry ? { index: entry.index, at: entry.at } : null;
}
