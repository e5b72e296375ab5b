import { takeEverythingBack } from '../consent/take-everything-back.ts';
import type { Core } from '../shared/core.ts';
import { byMailLink } from './act-by-mail-link.ts';
import { readMailLink } from './mail-link.ts';
import { stopReminder } from './stop-reminder.ts';

/**
 * The mail program's own "unsubscribe" (RFC 8058): no more advertising from
 * the company whose mail it was, or no more reminders of the kind that it was.
 * A link that is too old still says no, since a no is taken from everywhere;
 * one that was ended is somebody else's by now.
 *
 * @returns false when there is no such link
 */
export async function unsubscribeByMail(core: Core, token: string): Promise<boolean> {
  const { found } = await readMailLink(core, token);
  if (!found || found.link.endedAt !== null) return false;
  const { companyId, template } = found.link;
  const customerId = found.customer.id;
  if (companyId !== null)
    await takeEverythingBack(core, { customerId, companyId, advertisingOnly: true }, byMailLink());
  else await stopReminder(core, customerId, template);
  return true;
}
