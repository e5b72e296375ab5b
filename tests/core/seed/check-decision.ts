import { STAFF } from '#app/cli/seed/content/staff.ts';
import type { DecisionAct } from '#app/cli/seed/plan/planned-act.ts';
import { type ConsentDecision, decideConsent, isOver } from '#app/core/consent/decide-consent.ts';
import { profileValue } from '#app/core/profile/derive-value.ts';
import { UNDO_WINDOW_MS } from '#schema/consent.ts';
import { msOf } from '#schema/instant.ts';
import {
  getAnswer,
  getCurrent,
  getPerson,
  getRelationship,
  must,
  type PersonWorld,
  type PlanWorld,
} from './plan-world.ts';

/** The event that the core must answer to each act. */
const EVENT = {
  grant: 'granted',
  change: 'changed',
  refuse: 'refused',
  withdraw: 'withdrawn',
  object: 'objected',
  undo: 'undone',
} as const;

export function checkDecision(world: PlanWorld, act: DecisionAct): void {
  const person = getPerson(world, act.person);
  const relationship = getRelationship(person, act.company);
  const current = getCurrent(world, act.company, act.purpose);
  const { basis } = current.content;
  const before = getAnswer(relationship, current);
  const { standing, noSince, previous } = before;
  must(standing.decidedAt === null || standing.decidedAt < act.at, 'two decisions at one instant');
  checkWho(person, act);

  if (act.kind === 'undo') {
    must(before.lastKind === act.undoes, `undoes a ${before.lastKind}`);
    must(msOf(act.at) - msOf(standing.decidedAt ?? act.at) <= UNDO_WINDOW_MS, 'undo too late');
  }
  if (act.kind === 'grant' || act.kind === 'change') {
    must(act.version === current.version, `version ${current.version} is in force`);
    must(basis === 'consent', 'a yes to what is no consent');
    for (const { field, required } of current.content.fields) {
      const missing = required && profileValue(field, person.entries) === undefined;
      must(!missing, `required ${field} is not in the profile`);
    }
    for (const field of act.fields)
      must(profileValue(field, person.entries) !== undefined, `${field} was never entered`);
  }
  if (act.kind === 'withdraw') must(!isOver(standing, act.at), 'withdraws what has expired');

  const outcome = decideConsent(
    { basis, current, standing, noSince, previous, at: act.at },
    decisionOf(act, person, current.id),
  );
  const expected = act.kind === 'grant' && !person.confirmed ? 'pending' : EVENT[act.kind];
  must(outcome?.kind === expected, `the core answers ${outcome?.kind ?? 'nothing'}`);
  const own = act.kind !== 'undo' && outcome.kind !== 'pending' && !('staff' in act && act.staff !== null);
  relationship.answers.set(current.purposeId, {
    standing: outcome.standing,
    noSince: outcome.noSince,
    previous: own ? { standing, noSince } : null,
    lastKind: act.kind,
  });
}

function decisionOf(
  act: DecisionAct,
  person: PersonWorld,
  versionId: never | Parameters<typeof decideConsent>[0]['current']['id'],
): ConsentDecision {
  switch (act.kind) {
    case 'grant':
    case 'change':
      return {
        type: 'yes',
        versionId,
        choice: { fields: [...act.fields], channels: [...act.channels] },
        confirmed: person.confirmed,
      };
    case 'undo':
      return { type: 'undo' };
    default:
      return { type: 'no' };
  }
}

/** On the web only who has confirmed; in the form of the code also who just registered; written down by staff of that company. */
function checkWho(person: PersonWorld, act: DecisionAct): void {
  const method = 'method' in act ? act.method : 'web';
  if (method === 'join') {
    must(
      person.confirmed || (person.via === 'join' && person.registeredAt === act.at),
      'joins unconfirmed, later',
    );
    return;
  }
  must(person.confirmed, 'decides before the address is confirmed');
  const staff = 'staff' in act ? act.staff : null;
  must((method === 'web') === (staff === null), 'written down by nobody, or by somebody needlessly');
  if (staff === null) return;
  must('source' in act && Boolean(act.source), 'written down without a source');
  must(
    STAFF.some(({ slug, company }) => slug === staff && company === act.company),
    `${staff} is of another company`,
  );
}
