import type { LeaveAct } from '#app/cli/seed/plan/planned-act.ts';
import { getPerson, getRelationship, isStaff, must, type PlanWorld } from './plan-world.ts';

/** Ends of relationships, and what companies say to recalls. */
export function checkLeave(world: PlanWorld, act: LeaveAct): void {
  if (act.kind === 'confirm-recalls') {
    must(isStaff(act.staff, 'marketer', act.company) && act.note.length > 0, 'not theirs to confirm');
    return;
  }
  const person = getPerson(world, act.person);
  must(person.confirmed, 'ends before the address is confirmed');
  getRelationship(person, act.company);
  person.relationships.delete(act.company);
}
