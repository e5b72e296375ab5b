import { createHash } from 'node:crypto';
import type { Customer } from '../customer/customer.ts';
import type { Core } from '../shared/core.ts';
import { wasDone } from '../shared/idempotency-store.ts';
import { draftNotice } from '../sign-in/draft-notice.ts';
import { customerAccount } from '../sign-in/find-account.ts';

/**
 * The account's owner hears that the file with everything was fetched: it may
 * have been somebody with an open device. Once an hour, however often a
 * download is begun anew.
 */
export async function tellOfDownload(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  customer: Customer,
): Promise<void> {
  const at = core.world.now();
  const account = customerAccount(customer);
  const key = `data-taken/${at.slice(0, 13)}`;
  const bodyHash = createHash('sha256').update(key).digest('hex');
  const intent = { key, actor: account.principal, route: '/me/export/file', bodyHash };
  if (await wasDone(core.storage.read.idempotency, intent)) return;
  const notice = await draftNotice(core, account, 'data-taken');
  try {
    await core.storage.transact(async (tx) => {
      await tx.idempotency.insert({ ...intent, outcome: notice.id }, at);
      await tx.job.insert(notice, at);
    });
  } catch (error) {
    // Two downloads at once: the other one told.
    if (!core.storage.isUniqueViolation(error)) throw error;
  }
}
