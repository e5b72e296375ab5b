import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { profileKeyId } from '../vault/places.ts';
import type { OwnFile } from './own-file-store.ts';

/** Time enough to come back after a holiday's first days; no longer, since the file holds everything. */
export const OWN_FILE_KEPT_MS = 7 * DAY_MS;

/** The file is on disk, whole: from now on it can be fetched, and the mail says so. False: nobody waits for it any more. */
export async function finishOwnFile(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { id, customerId, total }: OwnFile,
  bytes: number,
): Promise<boolean> {
  const customer = await core.storage.read.customer.find(customerId);
  if (!customer || customer.status === 'left') return false;
  const at = core.world.now();
  const expiresAt = addMs(at, OWN_FILE_KEPT_MS);
  const mail = await draftMail(
    core,
    {
      template: 'file-ready',
      to: customerPrincipal(customerId),
      language: customer.language,
      companyId: null,
      linkPath: '/me',
      goodUntil: expiresAt,
    },
    profileKeyId(customerId),
    { token: 'export' },
  );
  return core.storage.transact(async (tx) => {
    if (await tx.ownFile.update(id, { state: 'ready', done: total, bytes, expiresAt })) {
      await tx.job.insert(mail, at);
      return true;
    }
    // Another runner was done with the same file a moment ago, and told of it.
    return (await tx.ownFile.find(customerId, 'export'))?.id === id;
  });
}
