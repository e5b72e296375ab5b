import type { DialogueAct } from '#app/cli/seed/plan/planned-act.ts';
import { DAY_MS } from '#app/core/shared/calendar.ts';
import { msOf } from '#schema/instant.ts';
import { ANSWER_DAYS, TEXT_MAX, TITLE_MAX } from '#schema/thread.ts';
import { reasonAt } from './check-plan.ts';
import {
  getAnswer,
  getCurrent,
  getPerson,
  getRelationship,
  isStaff,
  must,
  type PlanWorld,
} from './plan-world.ts';

export function checkDialogue(world: PlanWorld, act: DialogueAct): void {
  const person = getPerson(world, act.person);
  must(person.confirmed, 'talks before the address is confirmed');
  if (act.kind === 'want-yearly') return;
  const relationship = getRelationship(person, act.company);
  if ('text' in act) must(act.text.length > 0 && act.text.length <= TEXT_MAX, 'a text that does not fit');
  if ('title' in act)
    must(act.title.length > 0 && act.title.length <= TITLE_MAX, 'a title that does not fit');
  const key = 'title' in act ? `${act.person}/${act.company}/${act.title}` : '';
  const since = world.talks.get(key);
  switch (act.kind) {
    case 'ask':
      must(since === undefined, 'asks twice under one title');
      world.talks.set(key, act.at);
      return;
    case 'answer':
      must(isStaff(act.staff, 'marketer', act.company), 'not theirs to answer');
      must(typeof since === 'string', 'nothing waits for an answer');
      world.talks.set(key, null);
      return;
    case 'open-talk':
      must(since !== undefined, 'opens what nobody has begun');
      return;
    case 'call':
      must(
        typeof since === 'string' && msOf(act.at) - msOf(since) >= ANSWER_DAYS * DAY_MS,
        'called too early',
      );
      return;
    case 'record':
    case 'write-first': {
      must(isStaff(act.staff, 'marketer', act.company), 'not theirs to write');
      must(reasonAt(world, act, act.at) === undefined, `${reasonAt(world, act, act.at)}`);
      const { standing } = getAnswer(relationship, getCurrent(world, act.company, act.purpose));
      if (act.kind === 'write-first')
        must(standing.channels.includes('portal'), 'no word in the portal is permitted');
    }
  }
}
