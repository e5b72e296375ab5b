import { addStaff } from '#app/core/staff/add-staff.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import { answerThread } from '#app/core/thread/answer-thread.ts';
import { type StartThreadInput, startThread } from '#app/core/thread/start-thread.ts';
import type { Thread } from '#app/core/thread/thread.ts';
import { openMessages } from '#app/core/vault/doors/open-dialogue.ts';
import type { ThreadId } from '#schema/ids.ts';
import type { StaffRole } from '#schema/staff.ts';
import type { Engine } from '#tests/support/engines.ts';
import { type Counter, openCounter } from '../consent/counter.ts';

/** The counter of one shop, and what is said across it. */
export interface Desk extends Counter {
  readonly marketer: Staff;
  readonly officer: Staff;
  start(change?: Partial<StartThreadInput>): Promise<ThreadId>;
  answer(threadId: ThreadId, text?: string, role?: 'marketer' | 'officer'): Promise<void>;
  thread(id: ThreadId): Promise<Thread>;
  /** What stands in it, side by side. */
  said(id: ThreadId): Promise<string[]>;
}

let desks = 0;

export async function openDesk(engine: Engine): Promise<Desk> {
  const it = await openCounter(engine);
  const { core, customerId, shop } = it;
  const companyId = shop.company.id;
  const staffOf = (role: StaffRole) =>
    addStaff(core, {
      companyId,
      email: `${role}${++desks}@alpenrad.example`,
      name: 'Mara Muster',
      roles: [role],
      language: 'de',
    });
  const [marketer, officer] = [await staffOf('marketer'), await staffOf('officer')];
  return {
    ...it,
    marketer,
    officer,
    start: (change = {}) =>
      startThread(core, {
        customerId,
        companyId,
        concern: 'need',
        title: 'Winterreifen',
        text: 'Bitte sagen Sie mir bis Freitag, was es gibt.',
        wishedBy: '',
        ...change,
      }),
    answer: (threadId, text = 'Es gibt zwei.', role = 'marketer') =>
      answerThread(core, { staff: role === 'officer' ? officer : marketer, role, threadId, text }),
    thread: async (id) => {
      const found = await core.storage.read.thread.find(id);
      if (!found) throw new Error('no thread');
      return found;
    },
    said: async (id) =>
      (await openMessages(core, await core.storage.read.thread.messages(id))).map(
        ({ by, text }) => `${by}: ${text}`,
      ),
  };
}
