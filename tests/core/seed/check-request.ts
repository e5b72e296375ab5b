import type { RequestAct } from '#app/cli/seed/plan/planned-act.ts';
import { getPerson, getRelationship, isStaff, must, type PlanWorld } from './plan-world.ts';

export function checkRequest(world: PlanWorld, act: RequestAct): void {
  must(act.text.length > 0, 'a request without words');
  if (act.kind === 'request') {
    must(getPerson(world, act.person).confirmed, 'asks before the address is confirmed');
    getRelationship(getPerson(world, act.person), act.company);
  } else must(isStaff(act.staff, 'officer', act.company), 'not theirs to answer');
  if (act.kind === 'request-letter') must(act.arrivedOn <= act.at.slice(0, 10), 'arrives in the future');
  const known = world.requests.has(act.ref);
  must(known === (act.kind === 'request-step'), 'a step on no request');
  if (act.kind === 'request-step' && act.as === 'done') world.requests.delete(act.ref);
  else world.requests.add(act.ref);
}
