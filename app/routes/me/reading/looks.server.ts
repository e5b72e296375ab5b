import type { Look, LookFilter } from '#app/core/disclosure/disclosure-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import { openStatements } from '#app/core/vault/doors/open-dialogue.ts';
import type { LookLine } from '#app/screens/me/look-list.tsx';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { LookFolder } from './look-folder.server.ts';
import { createLookNames } from './look-names.server.ts';

type LookQuery = Omit<LookFilter, 'since' | 'limit'> & { readonly lines: number };

export interface LookPage {
  readonly lines: readonly LookLine[];
  /** The next page begins before this instant; null: there is none. */
  readonly next: Instant | null;
}

const READ_AT_ONCE = 200;

/**
 * Who looked, newest first: lists, files, single views and openings of the
 * evidence alike. What a program does again and again is one line a month,
 * where it was done last; on later pages it does not come again. A page ends
 * between two instants, so that none of one instant is left out.
 */
export async function readLookPage(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  { lines: wanted, before: begin, ...filter }: LookQuery,
): Promise<LookPage> {
  const { read } = core.storage;
  const folder = new LookFolder(core, customerId, filter);
  const named = await createLookNames(core);
  const statements = new Map(
    (await openStatements(core, await read.thread.statementsOfCustomer(customerId))).map((one) => [
      one.targetId,
      one.text,
    ]),
  );
  const lines: LookLine[] = [];
  const lineOf = async (look: Look, folded: LookLine['folded']) => {
    const said = statements.get(look.disclosureId) ?? null;
    const line = await named(look, folded, said);
    if (line) lines.push(line);
  };
  let before = begin;
  for (;;) {
    const looks = await read.disclosure.looksOfCustomer(customerId, {
      ...filter,
      before,
      limit: READ_AT_ONCE,
    });
    for (const look of looks) {
      const place = await folder.placeOf(look);
      if (place !== 'further-up') {
        if (lines.length >= wanted && before !== undefined && look.at !== before)
          return { lines, next: before };
        await lineOf(look, place === 'alone' ? null : place);
      }
      before = look.at;
    }
    if (looks.length < READ_AT_ONCE) return { lines, next: null };
  }
}

/** The last few. */
export async function readLooks(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  { limit, companyId }: Pick<LookFilter, 'limit' | 'companyId'>,
): Promise<LookLine[]> {
  const { lines } = await readLookPage(core, customerId, { companyId, lines: limit });
  return lines.slice(0, limit);
}
