import { questionsAsOf } from '#app/core/consent-request/questions-as-of.ts';
import { checkChain } from '#app/core/ledger/check-chain.ts';
import { checkInclusion } from '#app/core/ledger/check-inclusion.ts';
import { isConsentRecord } from '#app/core/ledger/fold-log.ts';
import { type StandingAsOf, stateAsOf } from '#app/core/permission/standings-as-of.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { addMs } from '#app/core/shared/calendar.ts';
import { type OpenedEntry, openCustomerNumber } from '#app/core/vault/doors/open-evidence.ts';
import type { OpenLook } from '#app/core/vault/doors/open-look.ts';
import { personPath } from '#app/screens/officer/paths.ts';
import type { Lane, ProofForm, ProofView, StandLine } from '#app/screens/officer/proof-view.ts';
import type { Services } from '#app/services.server.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { findOpened } from './opened.server.ts';
import { portalDay } from './portal-days.server.ts';
import { proofEvents } from './proof-events.server.ts';
import { typedOf } from './proof-form.server.ts';
import { laneOf } from './proof-lanes.server.ts';
import type { OfficerVisit } from './visit.server.ts';

export type LogServices = Pick<Services, 'logHealth' | 'verifierKey'>;

/** The proof that the address names; null without one, undefined when it is closed. */
export async function readProof(
  visit: OfficerVisit,
  relationship: Relationship,
  services: LogServices,
): Promise<ProofView | null | undefined> {
  const entries = await visit.core.storage.read.ledger.ofRelationship(relationship.id);
  const look = await findOpened(visit, personPath(relationship.subject), { relationship, entries });
  if (!look) return look;
  const typed = typedOf(look);
  const day = typed.asOf === '' ? undefined : portalDay(typed.asOf);
  const end = day ? addMs(day.end, -1) : look.at;
  const asOf = end < look.at ? end : look.at;
  return proofView(visit, { relationship, asOf, typed, look }, services);
}

interface ProofInput {
  readonly relationship: Relationship;
  readonly asOf: Instant;
  readonly typed: ProofForm;
  readonly look: OpenLook;
}

async function proofView(
  visit: OfficerVisit,
  { relationship, asOf, typed, look }: ProofInput,
  services: LogServices,
): Promise<ProofView> {
  const { core, staff, company } = visit;
  const { opened: chain, damaged } = look;
  const { read } = core.storage;
  const state = await stateAsOf(read, relationship, chain, asOf);
  const until = chain.filter(({ record }) => record.at <= asOf);
  const purposes = await read.purpose.all(company.id);
  const titles = new Map(purposes.map(({ purpose, version }) => [purpose.id, version.content.title]));
  const { legalName, address, jurisdiction } = company.profile;
  return {
    company: { legalName, address, jurisdiction },
    officer: { name: staff.name, pseudonym: staff.pseudonym },
    reference: { origin: (await read.ledger.state())?.origin ?? '', index: look.index },
    createdAt: look.at,
    closesAt: look.closesAt,
    reason: typed.reason,
    subject: relationship.subject,
    customerNumber: (await openCustomerNumber(core, relationship, company.id)) ?? null,
    identity: typed.identity || null,
    since: relationship.createdAt,
    endedAt: relationship.endedAt,
    asOf,
    connected: state.connected,
    restricted: state.restricted,
    pausedUntil: state.pausedUntil,
    preference: state.preference,
    stands: state.standings.map(standLine),
    lanes: await lanesOf(visit, relationship, until, asOf, state.standings),
    ...(await proofEvents(visit, until, titles, typed.texts)),
    questions: (await questionsAsOf(read, relationship, asOf)).map(({ purposeId, ...question }) => ({
      ...question,
      title: titles.get(purposeId) ?? { de: purposeId },
    })),
    later: chain.length - until.length,
    checks: await checksOf(visit, chain, damaged, services),
  };
}

function standLine({ asked, granted, standing, permission, purpose }: StandingAsOf): StandLine {
  const { content, version } = granted ?? asked;
  const { allowed, reason, fields, channels } = permission;
  return { title: content.title, basis: purpose.basis, standing, version, allowed, reason, fields, channels };
}

/** Purposes with a choice; the others say nothing over time. */
async function lanesOf(
  { core }: OfficerVisit,
  relationship: Relationship,
  chain: readonly OpenedEntry[],
  to: Instant,
  standings: readonly StandingAsOf[],
): Promise<Lane[]> {
  const lanes: Lane[] = [];
  for (const { purpose, asked } of standings) {
    if (purpose.basis === 'contract' || purpose.basis === 'legal-duty') continue;
    const versions = await core.storage.read.purpose.versions(purpose.id);
    const released = versions[0]?.releasedAt ?? relationship.createdAt;
    const from = released > relationship.createdAt ? released : relationship.createdAt;
    const events = chain.flatMap(({ record }) =>
      isConsentRecord(record) && (record.purpose as PurposeId) === purpose.id
        ? { at: record.at, standing: record.standing }
        : [],
    );
    lanes.push({
      title: asked.content.title,
      ...laneOf({ basis: purpose.basis, from, to, events, versions }),
    });
  }
  return lanes;
}

async function checksOf(
  { core }: OfficerVisit,
  chain: readonly OpenedEntry[],
  damaged: readonly number[],
  { logHealth, verifierKey }: LogServices,
): Promise<ProofView['checks']> {
  const { ledger } = core.storage.read;
  const { count, brokenAt } = checkChain(chain);
  const broken = [...damaged, ...(brokenAt === null ? [] : [brokenAt])].sort((a, b) => a - b);
  const entries = chain.map(({ entry }) => entry);
  const { head, included, missing, waiting } = await checkInclusion(ledger, entries, verifierKey);
  const { whole, checkedAt } = logHealth();
  return {
    entries: count,
    brokenAt: broken[0] ?? null,
    included,
    missing,
    waiting,
    head: head && { size: head.size, signedAt: head.at, note: head.note },
    log: { whole, checkedAt },
  };
}
