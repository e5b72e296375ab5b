import type { CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import { addMonths } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { customerPrincipal } from '../sign-in/principal.ts';
import { profileKeyId } from '../vault/places.ts';
import type { YearlyReminder } from './yearly-store.ts';

const BATCH = 100;

/** On: a mail a year from now, and each year after. On once more changes nothing. */
export function wantYearlyReminder(
  core: Pick<Core, 'storage' | 'world'>,
  customerId: CustomerId,
  wanted: boolean,
): Promise<void> {
  const at = core.world.now();
  return core.storage.transact(async (tx) => {
    const customer = await tx.customer.find(customerId);
    if (!customer || customer.status === 'left') throw new NotFoundError();
    if (!wanted) return tx.yearly.dropReminder(customerId);
    if (await tx.yearly.reminder(customerId)) return;
    await tx.yearly.saveReminder({ customerId, wantedSince: at, nextAt: addMonths(at, 12) });
  });
}

/**
 * Orders the mails that are due and sets each a year on, in one transaction a
 * person: a crash in between sends none twice.
 *
 * @returns how many were ordered
 */
export async function remindYearly(core: Pick<Core, 'storage' | 'keys' | 'world'>): Promise<number> {
  const due = await core.storage.read.yearly.due(core.world.now(), BATCH);
  let ordered = 0;
  for (const reminder of due) if (await remind(core, reminder)) ordered += 1;
  return ordered;
}

async function remind(
  core: Pick<Core, 'storage' | 'keys' | 'world'>,
  { customerId }: YearlyReminder,
): Promise<boolean> {
  const at = core.world.now();
  const customer = await core.storage.read.customer.find(customerId);
  if (customer?.status !== 'active') {
    await core.storage.transact((tx) => tx.yearly.dropReminder(customerId));
    return false;
  }
  const mail = await draftMail(
    core,
    {
      template: 'yearly-look',
      to: customerPrincipal(customerId),
      language: customer.language,
      companyId: null,
      linkPath: '/me',
      goodUntil: null,
    },
    profileKeyId(customerId),
    { token: 'yearly' },
  );
  return core.storage.transact(async (tx) => {
    const still = await tx.yearly.reminder(customerId);
    if (!still || still.nextAt > at) return false;
    await tx.yearly.saveReminder({ ...still, nextAt: addMonths(at, 12) });
    await tx.job.insert(mail, at);
    return true;
  });
}
