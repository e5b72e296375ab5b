import type { CustomerId } from '#schema/ids.ts';
import type { Language } from '#schema/language.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';

/** The language of pages and mails. What companies may write in is a profile field of its own. */
export function setLanguage(
  core: Pick<Core, 'storage'>,
  customerId: CustomerId,
  language: Language,
): Promise<void> {
  return core.storage.transact(async (tx) => {
    const customer = await tx.customer.find(customerId);
    if (!customer || customer.status === 'left') throw new NotFoundError();
    await tx.customer.setLanguage(customerId, language);
  });
}
