import type { Look, LookFilter } from '#app/core/disclosure/disclosure-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { LookLine } from '#app/screens/me/look-list.tsx';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';

/** More of the same files in one month are one line. */
const FOLD_OVER = 3;
/** A sync each minute of a month is fewer. */
const MOST_A_MONTH = 50_000;

/** Where a look stands: on a line of its own, at the head of a folded one, or inside one that stands further up. */
type Place = 'alone' | 'further-up' | NonNullable<LookLine['folded']>;

/**
 * Finds what a program does: the same company, purpose and fields taken to a
 * file again and again within a month (UTC). A look by a person is never folded.
 */
export class LookFolder {
  readonly #core: Pick<Core, 'storage'>;
  readonly #customerId: CustomerId;
  readonly #filter: Pick<LookFilter, 'field' | 'role'>;
  /** Newest first, by what is the same in them. */
  readonly #runs = new Map<string, readonly Look[]>();

  constructor(
    core: Pick<Core, 'storage'>,
    customerId: CustomerId,
    { field, role }: Pick<LookFilter, 'field' | 'role'>,
  ) {
    this.#core = core;
    this.#customerId = customerId;
    this.#filter = { field, role };
  }

  async placeOf(look: Look): Promise<Place> {
    if (look.how !== 'export') return 'alone';
    const run = await this.#runOf(look);
    if (run.length <= FOLD_OVER) return 'alone';
    return run[0]?.disclosureId === look.disclosureId
      ? { month: middleOf(monthOf(look.at)), times: run.map(({ at }) => at) }
      : 'further-up';
  }

  async #runOf(look: Look): Promise<readonly Look[]> {
    const key = sameness(look);
    const known = this.#runs.get(key);
    if (known) return known;
    const month = monthOf(look.at);
    const ofMonth = await this.#core.storage.read.disclosure.looksOfCustomer(this.#customerId, {
      ...this.#filter,
      companyId: look.companyId,
      since: `${month}-01T00:00:00.000Z` as Instant,
      // Later than every instant of the month.
      before: `${month}-32` as Instant,
      limit: MOST_A_MONTH,
    });
    for (const one of ofMonth) {
      if (one.how !== 'export') continue;
      const run = this.#runs.get(sameness(one)) ?? [];
      this.#runs.set(sameness(one), [...run, one]);
    }
    return this.#runs.get(key) ?? [look];
  }
}

const monthOf = (at: Instant): string => at.slice(0, 7);

/** An instant that lies in the month in every time zone. */
const middleOf = (month: string): Instant => `${month}-15T12:00:00.000Z` as Instant;

function sameness({ at, companyId, purposeId, fields }: Look): string {
  return JSON.stringify([monthOf(at), companyId, purposeId, [...fields].sort()]);
}
