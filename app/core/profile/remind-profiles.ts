import type { CustomerId } from '#schema/ids.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { openOwnGroups } from '../vault/doors/read-own.ts';
import { profileKeyId } from '../vault/places.ts';
import { dueFields, nextReview } from './review.ts';

/** However many values come of age one after the other: one mail in so many days. */
const QUIET_DAYS = 30;
const AT_ONCE = 200;

/**
 * Tells customers, once, that values of theirs are a year old. The mail names
 * none of them; the page behind its link does. What was told is not told again:
 * the next day noted is that of the next value to come of age.
 *
 * @returns how many customers were told
 */
export async function remindProfiles(core: Pick<Core, 'storage' | 'sequencer' | 'keys' | 'world'>) {
  const found = await core.storage.read.profile.dueReviews(core.world.now(), AT_ONCE);
  let told = 0;
  for (const customerId of new Set(found.map((one) => one.customerId))) {
    if (await remindCustomer(core, customerId)) told += 1;
  }
  return told;
}

async function remindCustomer(
  core: Pick<Core, 'storage' | 'sequencer' | 'keys' | 'world'>,
  customerId: CustomerId,
): Promise<boolean> {
  const customer = await core.storage.read.customer.find(customerId);
  const keyId = profileKeyId(customerId);
  if (customer?.status !== 'active' || !(await core.keys.find(keyId))) return false;
  const mail = await draftMail(
    core,
    {
      template: 'profile-review',
      to: customerPrincipal(customerId),
      language: customer.language,
      companyId: null,
      linkPath: '/me',
      goodUntil: null,
    },
    keyId,
    { token: 'profile' },
  );
  return core.sequencer.submit(async ({ tx, at }) => {
    const { off, toldAt } = await tx.profile.reminder(customerId);
    if (off) return false;
    const quietUntil = toldAt && addMs(toldAt, QUIET_DAYS * DAY_MS);
    let due = 0;
    for (const blob of await tx.profile.sealedGroups([customerId])) {
      const entries = await openOwnGroups(core, customerId, [blob]);
      const old = dueFields(entries, at).length;
      if (old > 0 && quietUntil && quietUntil > at) {
        await tx.profile.setReviewAt(customerId, blob.group, quietUntil);
        continue;
      }
      due += old;
      if (old > 0) await tx.profile.setReviewAt(customerId, blob.group, nextReview(entries, at));
    }
    if (due === 0) return false;
    await tx.job.insert(mail, at);
    await tx.profile.saveReminder(customerId, { off, toldAt: at });
    return true;
  });
}
