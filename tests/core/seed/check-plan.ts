import { findPurpose } from '#app/cli/seed/content/purposes.ts';
import { SEGMENTS } from '#app/cli/seed/content/segments.ts';
import type { PlannedAct, PortalAct, StaffAct } from '#app/cli/seed/plan/planned-act.ts';
import type { Population } from '#app/cli/seed/plan/population.ts';
import { decidePermission } from '#app/core/permission/decide-permission.ts';
import type { Instant } from '#schema/instant.ts';
import { checkAccount, checkPreference } from './check-account.ts';
import { checkContact } from './check-contact.ts';
import { checkDecision } from './check-decision.ts';
import { checkDialogue } from './check-dialogue.ts';
import { checkLeave } from './check-leave.ts';
import { checkRequest } from './check-request.ts';
import {
  getAnswer,
  getCurrent,
  getPerson,
  getRelationship,
  getVersions,
  isStaff,
  must,
  newWorld,
  type PlanWorld,
} from './plan-world.ts';
import { versionOf } from './version-of.ts';

export interface CheckedPlan {
  /** Empty when every act would be accepted. */
  readonly problems: readonly string[];
  /** How it stands after the last act. */
  readonly world: PlanWorld;
  readonly acts: readonly PlannedAct[];
}

/** Replays a plan against the core's own pure rules; knows nothing of how the plan was made. */
export function checkPlan(population: Population, now: Date): CheckedPlan {
  const world = newWorld(population.people);
  const acts = [...population.acts];
  const problems: string[] = [];
  let last = '';
  let group = new Set<string>();
  for (const act of acts) {
    try {
      must(act.at >= last, `runs backwards from ${last}`);
      must(act.at < now.toISOString(), 'lies in the future');
      if (act.at !== last) group = new Set();
      const who = 'person' in act ? act.person : '';
      must(
        !group.has(who) || group.size === 1 || [...group].at(-1) === who,
        'acts of one instant are torn apart',
      );
      group.delete(who);
      group.add(who);
      last = act.at;
      checkAct(world, act);
    } catch (error) {
      problems.push(`${error instanceof Error ? error.message : String(error)}: ${JSON.stringify(act)}`);
    }
  }
  return { problems, world, acts };
}

function checkAct(world: PlanWorld, act: PlannedAct): void {
  switch (act.kind) {
    case 'release':
    case 'release-notice':
    case 'save-segment':
    case 'define-field':
    case 'release-field':
      checkPortal(world, act);
      break;
    case 'register':
    case 'confirm':
    case 'connect':
    case 'profile':
    case 'verify':
      checkAccount(world, act);
      break;
    case 'pause':
    case 'resume':
    case 'channels-off':
    case 'wish':
    case 'restrict':
      checkPreference(world, act);
      break;
    case 'end':
    case 'confirm-recalls':
      checkLeave(world, act);
      break;
    case 'ask':
    case 'answer':
    case 'open-talk':
    case 'call':
    case 'write-first':
    case 'record':
    case 'keep':
    case 'want-yearly':
      checkDialogue(world, act);
      break;
    case 'bring-along':
      must(getPerson(world, act.person).confirmed, 'brings something along unconfirmed');
      break;
    case 'report-everything':
    case 'report-uses':
    case 'plan-contact':
      checkContact(world, act);
      break;
    case 'list':
    case 'view':
    case 'ask-consent':
    case 'export':
    case 'evidence':
      checkLook(world, act);
      break;
    case 'request':
    case 'request-letter':
    case 'request-step':
      checkRequest(world, act);
      break;
    default:
      checkDecision(world, act);
      break;
  }
}

function checkPortal(world: PlanWorld, act: PortalAct): void {
  if (act.kind === 'release-notice') {
    world.notices.add(`${act.company ?? 'portal'}/${act.version}`);
    return;
  }
  if (act.kind === 'save-segment') {
    const segment = SEGMENTS.find(({ slug, company }) => slug === act.segment && company === act.company);
    must(segment !== undefined && isStaff(act.staff, 'marketer', act.company), 'segment or staff unknown');
    getCurrent(world, act.company, segment.purpose);
    world.segments.add(act.segment);
    return;
  }
  if (act.kind === 'define-field' || act.kind === 'release-field') {
    const role = act.kind === 'define-field' ? 'marketer' : 'owner';
    must(isStaff(act.staff, role, act.company), 'field or staff unknown');
    return;
  }
  const key = `${act.company}/${act.purpose}`;
  const before = world.released.get(key) ?? [];
  const planned = findPurpose(act.company, act.purpose)?.versions[act.version - 1];
  must(planned !== undefined && before.length === act.version - 1, 'versions out of turn');
  must(
    (act.version === 1) === (act.releaseKind === 'first') && planned.kind === act.releaseKind,
    'wrong kind',
  );
  must(world.people.size === 0 || act.version > 1, 'a first version after the first customer');
  must((act.releaseKind === 'change') === (act.oldScopeUntil !== null), 'only a change ends an old scope');
  const usableUntil = act.oldScopeUntil;
  const older = before.map((version) => ({ ...version, usableUntil: version.usableUntil ?? usableUntil }));
  world.released.set(key, [...older, versionOf(key, act, planned.content)]);
}

function checkLook(world: PlanWorld, act: StaffAct): void {
  must(
    isStaff(act.staff, act.kind === 'evidence' ? 'officer' : 'marketer', act.company),
    'not theirs to look',
  );
  must(act.reason.length > 0, 'a look without a reason');
  const current = getCurrent(world, act.company, act.purpose);
  must(['consent', 'objection'].includes(current.content.basis), 'a purpose that opens no data');
  if (act.kind === 'list' && act.segment !== null) {
    must(world.segments.has(act.segment), 'segment not saved yet');
    must(
      SEGMENTS.find(({ slug }) => slug === act.segment)?.purpose === act.purpose,
      'segment of another purpose',
    );
  }
  if (act.kind === 'view')
    must(reasonAt(world, act, act.at) === undefined, `${reasonAt(world, act, act.at)}`);
  if (act.kind === 'ask-consent')
    must(reasonAt(world, act, act.at) !== undefined, 'asked for what is permitted');
  if (act.kind !== 'evidence') return;
  const { answers } = getRelationship(getPerson(world, act.person), act.company);
  must(answers.has(current.purposeId), 'no decision to prove');
}

/** Why the core would not show this person for the purpose; undefined when it would. */
export function reasonAt(
  world: PlanWorld,
  {
    person: slug,
    company,
    purpose,
  }: Pick<Extract<StaffAct, { kind: 'view' | 'ask-consent' }>, 'person' | 'company' | 'purpose'>,
  at: Instant,
): string | undefined {
  const person = getPerson(world, slug);
  const relationship = getRelationship(person, company);
  const current = getCurrent(world, company, purpose);
  const { standing, noSince } = getAnswer(relationship, current);
  const { basis } = current.content;
  const scope =
    basis === 'objection'
      ? current
      : getVersions(world, company, purpose).find(({ id }) => id === standing.versionId);
  const pauses = [person.pausedUntil.get(null), person.pausedUntil.get(company)].filter(
    (until) => until !== undefined,
  );
  const permission = decidePermission({
    at,
    basis,
    purposeRetiredAt: null,
    customerStatus: person.confirmed ? 'active' : 'unconfirmed',
    customerRestrictedAt: null,
    relationshipEndedAt: null,
    relationshipRestrictedAt: relationship.restrictedAt,
    underAge: false,
    pausedUntil: pauses.sort().at(-1) ?? null,
    standing,
    noSince,
    scope: scope
      ? {
          fields: scope.content.fields.map(({ field }) => field),
          channels: scope.content.channels,
          topics: scope.content.topics ?? null,
          usableUntil: scope.usableUntil,
        }
      : null,
    channelsOff: [],
    topicsOff: [],
    quietHours: null,
    mostPerWeek: null,
    uses: [],
    verifiedChannels: [...person.verified],
  });
  return permission.allowed ? undefined : permission.reason;
}
