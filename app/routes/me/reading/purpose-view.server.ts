import { notFound } from '#app/auth/require.ts';
import type { Company } from '#app/core/company/company.ts';
import { yesSince } from '#app/core/consent/yes-since.ts';
import { ageLimitIn, isOldEnough } from '#app/core/customer/age.ts';
import { findPreference } from '#app/core/permission/find-permission.ts';
import type { PurposeStanding } from '#app/core/permission/find-standings.ts';
import { groupsOf, profileValue } from '#app/core/profile/derive-value.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { addMs } from '#app/core/shared/calendar.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { PurposeView } from '#app/screens/me/purpose-view.ts';
import { ConsentState, UNDO_WINDOW_MS } from '#schema/consent.ts';
import type { Instant } from '#schema/instant.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import { TOPICS } from '#schema/topic.ts';
import { findCompany, findOnlyCompany, nameOf, readCompanyCase } from './find-company.server.ts';
import { lineOf, runningPause } from './lines.server.ts';
import { fieldsToRead, missingFields } from './missing-fields.server.ts';
import { readOldScope } from './old-scope.server.ts';
import { ADDRESS_GROUPS, silentWays } from './silent-ways.server.ts';
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
  const { purpose, current, standing } = found;
  const { read } = core.storage;
  const { content } = current;
  const fields = content.fields.map(({ field }) => field);
  const granted = found.granted?.content.fields.map(({ field }) => field) ?? [];
  const entries = await readOwn(core, customer.id, groupsOf(fieldsToRead([...fields, ...granted])));
  const cards = await read.purpose.cards(current.id);
  return {
    company: nameOf(company),
    connected: relationship !== undefined,
    manyCompanies: (await findOnlyCompany(visit)) === undefined,
    line: {
      ...lineOf(found, runningPause(relationship?.pausedUntil ?? null, at), entries),
      ...(standing.state === 'open' && relationship && !standing.decidedAt
        ? { since: relationship.createdAt }
        : {}),
    },
    retired: purpose.retiredAt !== null && purpose.retiredAt <= at,
    cards: cards.map(({ card }) => parseCard(card)),
    versionId: current.id,
    releasedAt: current.releasedAt,
    oldScope: readOldScope(found, at),
    asked: content.fields.map(({ field, required }) => ({
      field,
      required,
      value: profileValue(field, entries) ?? null,
    })),
    missing: missingFields(content, entries),
    channels: content.channels,
    term: { months: content.validityMonths, runsUntil: runsUntil(found, at) },
    age: purpose.basis === 'consent' ? ageOf(visit, company) : null,
    silent: await readSilent(visit, which),
    chosenChannels: standing.channels,
    yesSince: await readYesSince(visit, which),
    topicsOff: await readTopicsOff(visit, which),
    lastIndex: found.consent && found.consent.lastIndex >= 0 ? found.consent.lastIndex : null,
    undo: readUndo(visit, which),
    flash: await readFlash(visit, which),
    gpc,
    intentId,
  };
}

/** Topics that are switched off where this purpose would speak about them. */
async function readTopicsOff(
  { core, customer }: Visit,
  { company, found: { current, standing, purpose } }: PurposeCase,
): Promise<PurposeView['topicsOff']> {
  const runs = standing.state === 'granted' || standing.state === 'open';
  if (!runs || current.content.channels.length === 0 || !hasChoice(purpose.basis)) return null;
  const { topicsOff } = await findPreference(core.storage.read, customer.id, company.id);
  const own = current.content.topics ?? TOPICS;
  const topics = own.filter((topic) => topicsOff.includes(topic));
  return topics.length > 0 ? { topics, all: topics.length === own.length } : null;
}

const hasChoice = (basis: LegalBasis): boolean => basis === 'consent' || basis === 'objection';

/** Whether somebody has to be, and has said to be, old enough for a yes to this company. */
function ageOf({ customer }: Visit, company: Company): PurposeView['age'] {
  const limit = ageLimitIn(company.profile.jurisdiction);
  return limit && { limit, answer: isOldEnough(customer.age, limit) };
}

/** When a running yes to the present text ends: a change of it keeps that end. */
function runsUntil({ current, granted, standing }: PurposeStanding, at: Instant): Instant | null {
  const { expiresAt } = standing;
  const sameTerm = granted?.id === current.id || current.kind === 'correction';
  return granted && sameTerm && expiresAt && expiresAt > at ? expiresAt : null;
}

/** Ways that stay silent for now, with the reason. */
async function readSilent({ core, customer }: Visit, which: PurposeCase): Promise<PurposeView['silent']> {
  const { found, company, relationship } = which;
  if (!relationship) return [];
  const { read } = core.storage;
  const { channelsOff: off } = await findPreference(read, customer.id, company.id);
  const verified = (await read.customer.verifications(customer.id)).map(({ channel }) => channel);
  const entries = await readOwn(core, customer.id, ADDRESS_GROUPS);
  return silentWays(found, { off, verified, entries });
}

/** When a yes began, if that is not when it was last changed. */
async function readYesSince(
  { core }: Visit,
  { relationship, found: { purpose, granted, standing } }: PurposeCase,
): Promise<Instant | null> {
  if (!relationship || !granted) return null;
  const { read } = core.storage;
  const entries = await read.ledger.ofRelationship(relationship.id, purpose.id);
  const since = yesSince(entries, await read.purpose.versions(purpose.id));
  return since === standing.decidedAt ? null : since;
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
  const before = consent.previous?.standing.fields ?? [];
  const stays = from === 'granted' && standing.state === 'granted' && consent.previous !== null;
  return {
    from,
    to: standing.state,
    at: entry.at,
    index: entry.index,
    undone: entry.kind === 'undone',
    dropped: stays ? before.filter((field) => !standing.fields.includes(field)) : [],
    added: stays ? standing.fields.filter((field) => !before.includes(field)) : [],
  };
}
