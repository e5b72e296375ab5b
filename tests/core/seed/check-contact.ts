import type { ContactAct } from '#app/cli/seed/plan/contact-act.ts';
import { getCurrent, isStaff, must, type PlanWorld } from './plan-world.ts';

/** What a company tells of what it sent and will send. */
export function checkContact(world: PlanWorld, act: ContactAct): void {
  if (act.kind === 'report-everything') {
    must(isStaff(act.staff, 'owner', act.company), 'only an owner says so');
    return;
  }
  must(isStaff(act.staff, 'marketer', act.company), 'staff unknown');
  const { channels, topics } = getCurrent(world, act.company, act.purpose).content;
  must(channels.includes(act.channel), 'a channel that the purpose does not have');
  must(topics?.includes(act.topic) ?? true, 'a topic that the purpose does not have');
  if (act.kind === 'plan-contact') must(act.plannedAt > act.at, 'planned for what is over');
}
