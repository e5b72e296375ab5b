import type { CustomerId } from '#schema/ids.ts';
import { setReminders } from '../profile/confirm-fields.ts';
import type { Core } from '../shared/core.ts';
import { wantYearlyReminder } from '../yearly/yearly-reminder.ts';

/** By the template of the mail that reminded; true when it was one. */
export async function stopReminder(core: Core, customerId: CustomerId, template: string): Promise<boolean> {
  if (template === 'profile-review') await setReminders(core, customerId, false);
  else if (template === 'yearly-look') await wantYearlyReminder(core, customerId, false);
  else return false;
  return true;
}
