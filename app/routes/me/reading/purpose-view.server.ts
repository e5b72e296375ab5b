import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { ageLimitIn, isOldEnough } from '#app/core/customer/age.ts';
import { findPreference } from '#app/core/permission/find-permission.ts';
import type { PurposeStanding } from '#app/core/permission/find-standings.ts';
import { groupsOf, profileValue } from '#app/core/profile/derive-value.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { addMonths, addMs } from '#app/core/shared/calendar.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { PurposeView } from '#app/screens/me/purpose-view.ts';
import { VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import { ConsentState, UNDO_WINDOW_MS } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import { findCompany, findOnlyCompany, nameOf, readCompanyCase } from './find-company.server.ts';
import { lineOf, runningPause } from './lines.server.ts';
import { fieldsToRead, missingFields } from './missing-fields.server.ts';
import { oneOf, type Visit } from './visit.server.ts';

export interface PurposeCase {
  readonly company: Company;
  readonly relationship: Relationship | undefined;
  readonly found: PurposeStanding;
}

/** @throws Response 404 for a company or purpose that does not exist, or one of another company */
export async function findPurposeCase(
  visit: Visit,
  params: { readonly company?: string; readonly purpose?: string },
): Promise<PurposeCase> {
  const company = await findCompany(visit, params.company);
  const { relationship, standings } = await readCompanyCase(visit, company);
  const found = standings.find(({ purpose }) => purpose.slug === params.purpose);
  if (!found) throw notFound();
  return { company, relationship, found };
}

export async function readPurposeView(visit: Visit, which: PurposeCase): Promise<PurposeView> {
  const { core, customer, at, gpc, intentId } = visit;
  const { company, relationship, found } = which;
  const { purpose, current, granted, standing } = found;
  const { read } = core.storage;
  const { content } = current;
  const fields = content.fields.map(({ field }) => field);
  const entries = await readOwn(core, customer.id, groupsOf(fieldsToRead(fields)));
  const cards = await read.purpose.cards(current.id);
  const changed = granted !== null && granted.id !== current.id && granted.usableUntil !== null;
  return {
    company: nameOf(company),
    connected: relationship !== undefined,
    manyCompanies: (await findOnlyCompany(visit)) === undefined,
    line: lineOf(found, runningPause(relationship?.pausedUntil ?? null, at)),
    retired: purpose.retiredAt !== null && purpose.retiredAt <= at,
    cards: cards.map(({ card }) => parseCard(card)),
    versionId: current.id,
    releasedAt: current.releasedAt,
    oldScope: changed ? { until: granted.usableUntil } : null,
    asked: content.fields.map(({ field, required }) => ({
      field,
      required,
      value: profileValue(field, entries) ?? null,
    })),
    missing: missingFields(content, entries),
    channels: content.channels,
    term: { months: content.validityMonths, shortenedUntil: shortenedUntil(found, at) },
    age: purpose.basis === 'consent' ? ageOf(visit, company) : null,
    silent: standing.state === 'granted' ? await readSilent(visit, which) : [],
    undo: readUndo(visit, which),
    flash: await readFlash(visit, which),
    gpc,
    intentId,
  };
}

/** Whether somebody has to be, and has said to be, old enough for a yes to this company. */
function ageOf({ customer }: Visit, company: Company): PurposeView['age'] {
  const limit = ageLimitIn(company.profile.jurisdiction);
  return limit && { limit, answer: isOldEnough(customer.age, limit) };
}

/** When a running yes ends, if that is earlier than its text says. */
function shortenedUntil({ granted, standing }: PurposeStanding, at: Instant): Instant | null {
  const { decidedAt, expiresAt } = standing;
  if (!granted || !decidedAt || !expiresAt || expiresAt <= at) return null;
  const { validityMonths } = granted.content;
  return validityMonths === null || expiresAt < addMonths(decidedAt, validityMonths) ? expiresAt : null;
}

/** Granted channels that stay silent for now, with the reason. */
async function readSilent({ core, customer }: Visit, which: PurposeCase): Promise<PurposeView['silent']> {
  const { read } = core.storage;
  const { channelsOff: off } = await findPreference(read, customer.id, which.company.id);
  const verified = (await read.customer.verifications(customer.id)).map(({ channel }) => channel);
  return which.found.standing.channels.flatMap((channel): PurposeView['silent'] => {
    if (off.includes(channel)) return [{ channel, reason: 'channel-off' }];
    const proved = !VERIFIABLE_CHANNELS.includes(channel) || verified.includes(channel);
    return proved ? [] : [{ channel, reason: 'channel-unverified' }];
  });
}

function readUndo({ at }: Visit, { found: { consent } }: PurposeCase): PurposeView['undo'] {
  if (!consent?.previous || !consent.standing.decidedAt) return null;
  const until = addMs(consent.standing.decidedAt, UNDO_WINDOW_MS);
  return until > at ? { index: consent.lastIndex, until } : null;
}

/** What the act before this page did: told only while it is still the latest event. */
async function readFlash(
  { core, url }: Visit,
  { found: { consent, standing } }: PurposeCase,
): Promise<PurposeView['flash']> {
  const done = url.searchParams.get('done');
  if (done === 'same') return 'same';
  if (!consent || done !== String(consent.lastIndex)) return null;
  const entry = await core.storage.read.ledger.entry(consent.lastIndex);
  const from = consent.previous?.standing.state ?? oneOf(ConsentState.options, url.searchParams.get('from'));
  if (!entry || !from) return null;
  return { from, to: standing.state, at: entry.at, index: entry.index, undone: entry.kind === 'undone' };
}
