import { json } from '@remix-run/node';
import { questionsAsOf } from '#app/core/consent-request/questions-as-of.ts';
import { checkChain } from '#app/core/ledger/check-chain.ts';
import { checkInclusion } from '#app/core/ledger/check-inclusion.ts';
import { isConsentRecord } from '#app/core/ledger/fold-log.ts';
import { type StandingAsOf, stateAsOf } from '#app/core/permission/standings-as-of.ts';
import { findPeople } from '#app/core/relationship/find-people.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import { addMs } from '#app/core/shared/calendar.ts';
import { type OpenedEntry, openCustomerNumber, openEvidence } from '#app/core/vault/doors/open-evidence.ts';
import { message } from '#app/i18n/message.ts';
import type { Lane, ProofAnswer, ProofForm, ProofView, StandLine } from '#app/screens/officer/proof-view.ts';
import type { Services } from '#app/services.server.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { reasonError, reasonOf } from './entry.server.ts';
import { findPerson } from './person.server.ts';
import { portalDay } from './portal-days.server.ts';
import { proofEvents } from './proof-events.server.ts';
import { laneOf } from './proof-lanes.server.ts';
import type { OfficerVisit } from './visit.server.ts';

type LogServices = Pick<Services, 'logHealth' | 'verifierKey'>;

/** Opens everything about one person at once: one reason, one entry in the log, one page. */
export async function openProof(
  visit: OfficerVisit,
  raw: string | undefined,
  form: FormData,
  services: LogServices,
): Promise<Response> {
  const relationship = await findPerson(visit, raw);
  const typed = formOf(form);
  const errors = await errorsOf(visit, relationship, typed);
  if (Object.keys(errors).length > 0) {
    const refused: ProofAnswer = { proof: null, errors, typed };
    return json(refused, { status: 422 });
  }
  const { core, staff } = visit;
  const entries = await core.storage.read.ledger.ofRelationship(relationship.id);
  const { opened, damaged, index, at } = await openEvidence(core, staff, relationship, entries, typed.reason);
  const day = typed.asOf === '' ? undefined : portalDay(typed.asOf);
  const end = day ? addMs(day.end, -1) : at;
  const asOf = end < at ? end : at;
  const answer: ProofAnswer = {
    proof: await proofView(
      visit,
      { relationship, chain: opened, damaged, asOf, typed, look: { index, at } },
      services,
    ),
    errors: {},
    typed,
  };
  return json(answer);
}

interface ProofInput {
  readonly relationship: Relationship;
  readonly chain: readonly OpenedEntry[];
  /** Entries whose record does not open any more. */
  readonly damaged: readonly number[];
  readonly asOf: Instant;
  readonly typed: ProofForm;
  readonly look: { readonly index: number; readonly at: Instant };
}

async function proofView(
  visit: OfficerVisit,
  { relationship, chain, damaged, asOf, typed, look }: ProofInput,
  services: LogServices,
): Promise<ProofView> {
  const { core, staff, company } = visit;
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

function formOf(form: FormData): ProofForm {
  const word = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  return {
    reason: reasonOf(form),
    identity: word('identity'),
    asOf: word('asOf'),
    texts: form.get('texts') === 'yes',
  };
}

async function errorsOf(
  { core, company, at }: OfficerVisit,
  relationship: Relationship,
  { reason, identity, asOf }: ProofForm,
): Promise<ProofAnswer['errors']> {
  const day = asOf === '' ? undefined : portalDay(asOf);
  const people = identity === '' ? [] : await findPeople(core, company.id, identity);
  const noReason = reasonError(reason);
  return {
    ...(noReason ? { reason: noReason } : {}),
    ...(identity !== '' && !people.some(({ id }) => id === relationship.id)
      ? { identity: message('officer.customer.identityWrong') }
      : {}),
    ...(asOf !== '' && !day
      ? { asOf: message('error.form.date') }
      : day && day.start > at
        ? { asOf: message('error.form.dateFuture') }
        : {}),
  };
}
