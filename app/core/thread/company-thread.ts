import type { ThreadId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { StaffRole } from '#schema/staff.ts';
import { findPermission } from '../permission/find-permission.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Readers } from '../shared/storage.ts';
import type { Staff } from '../staff/staff.ts';
import type { Thread } from './thread.ts';

/** Who of a company has to do with conversations. */
export type DialogueRole = Extract<StaffRole, 'marketer' | 'officer'>;

/** The officer only where the customer called, the marketer everywhere in the own company. */
export function mayRead(staff: Staff, role: DialogueRole, thread: Thread): boolean {
  return (
    staff.companyId === thread.companyId &&
    staff.roles.includes(role) &&
    (role === 'marketer' || thread.officerSince !== null)
  );
}

/** @throws NotFoundError for another company's thread, for none, for the wrong role, and where the relationship has ended */
export async function findCompanyThread(
  read: Pick<Readers, 'thread' | 'relationship'>,
  staff: Staff,
  role: DialogueRole,
  threadId: ThreadId,
): Promise<Thread> {
  const thread = await read.thread.find(threadId);
  if (!thread || !mayRead(staff, role, thread)) throw new NotFoundError();
  const relationship = await read.relationship.find(thread.relationshipId);
  if (!relationship || relationship.endedAt !== null) throw new NotFoundError();
  return thread;
}

/**
 * The company may write where the customer has written last, and else only
 * where the purpose named at the start still allows a word here in the portal.
 */
export async function mayCompanyWrite(
  read: Pick<Readers, 'customer' | 'preference' | 'purpose' | 'consent' | 'relationship' | 'use'>,
  thread: Thread,
  at: Instant,
): Promise<boolean> {
  if (thread.state !== 'answered') return thread.state === 'open';
  const purpose = thread.purposeId && (await read.purpose.find(thread.purposeId));
  const relationship = await read.relationship.find(thread.relationshipId);
  if (!purpose || !relationship) return false;
  return (await findPermission(read, relationship, purpose, at, 'portal')).allowed;
}
