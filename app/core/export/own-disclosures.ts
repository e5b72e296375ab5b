import type { CustomerId, PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { ExportedDisclosure } from '#schema/own-export.ts';
import type { Look } from '../disclosure/disclosure-store.ts';
import { createBreather } from '../shared/breather.ts';
import type { Core } from '../shared/core.ts';
import { type Companies, slugOf } from './company-names.ts';

const PAGE = 1_000;

/** Every look at this customer's data, newest first, a page in memory at a time. */
export async function* ownDisclosures(
  core: Pick<Core, 'storage'>,
  customerId: CustomerId,
  companies: Companies,
): AsyncGenerator<ExportedDisclosure> {
  const slugs = new Map<PurposeId, string | null>();
  const breathe = createBreather();
  for await (const look of eachLook(core, customerId)) {
    const { at, companyId, purposeId, how, role, fields, reason, ledgerIndex } = look;
    if (purposeId && !slugs.has(purposeId))
      slugs.set(purposeId, (await core.storage.read.purpose.find(purposeId))?.slug ?? null);
    yield {
      at,
      company: slugOf(companies, companyId),
      purpose: (purposeId && slugs.get(purposeId)) ?? null,
      how,
      role,
      fields: [...fields],
      reason,
      index: ledgerIndex,
    };
    await breathe();
  }
}

/**
 * Pages end between two instants, never inside one: a page that is full gives
 * up its oldest instant, which may go on, and the next page begins with it.
 */
async function* eachLook(core: Pick<Core, 'storage'>, customerId: CustomerId): AsyncGenerator<Look> {
  let before: Instant | undefined;
  let limit = PAGE;
  for (;;) {
    const page = await core.storage.read.disclosure.looksOfCustomer(customerId, { limit, before });
    const oldest = page.at(-1)?.at;
    if (page.length < limit) {
      yield* page;
      return;
    }
    const whole = page.filter(({ at }) => at !== oldest);
    yield* whole;
    // More than a page at one instant: only a larger page gets past it.
    if (whole.length === 0) limit *= 2;
    else {
      before = whole.at(-1)?.at;
      limit = PAGE;
    }
  }
}
