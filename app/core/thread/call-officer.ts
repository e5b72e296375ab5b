import type { CustomerId, ThreadId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Core } from '../shared/core.ts';
import type { Writers } from '../shared/storage.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { staffPrincipal } from '../sign-in/principal.ts';
import { PORTAL_KEY_ID } from '../vault/places.ts';
import { lockOwnThread } from './own-thread.ts';
import type { Thread } from './thread.ts';
import { ThreadError } from './thread-error.ts';

/** The company's time is over and nobody has answered. */
export function mayCallOfficer({ state, dueAt, officerSince }: Thread, at: Instant): boolean {
  return state === 'open' && dueAt !== null && dueAt <= at && officerSince === null;
}

/**
 * The customer calls in the company's privacy officer, who from here on reads
 * and may answer. Calling twice is calling.
 *
 * @throws ThreadError `not-overdue`
 */
export function callOfficer(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { customerId, threadId }: { readonly customerId: CustomerId; readonly threadId: ThreadId },
): Promise<void> {
  const at = core.world.now();
  return core.storage.transact(async (tx) => {
    const thread = await lockOwnThread(tx, customerId, threadId);
    if (thread.officerSince !== null) return;
    if (!mayCallOfficer(thread, at)) throw new ThreadError('not-overdue');
    await tx.thread.move({ ...thread, officerSince: at });
    await tellOfficers(core, tx, thread);
  });
}

async function tellOfficers(
  core: Pick<Core, 'keys' | 'world'>,
  tx: Writers,
  { id, companyId }: Thread,
): Promise<void> {
  const order = {
    template: 'thread-called',
    companyId,
    linkPath: '/officer/messages',
    goodUntil: null,
  } as const;
  for (const { id: staffId, roles, language, endedAt } of await tx.staff.ofCompany(companyId)) {
    if (endedAt !== null || !roles.includes('officer')) continue;
    const to = staffPrincipal(staffId);
    const mail = await draftMail(core, { ...order, to, language }, PORTAL_KEY_ID, { token: id });
    await tx.job.insert(mail, core.world.now());
  }
}
