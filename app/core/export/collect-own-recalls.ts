import type { CustomerId } from '#schema/ids.ts';
import type { OwnExport } from '#schema/own-export.ts';
import type { Core } from '../shared/core.ts';
import { openRecallNote } from '../vault/doors/open-recall-note.ts';
import { type Companies, slugOf } from './company-names.ts';

/** What companies were told to do with data they had read, and what they said to it; newest first. */
export async function collectOwnRecalls(
  core: Pick<Core, 'storage' | 'keys'>,
  customerId: CustomerId,
  companies: Companies,
): Promise<OwnExport['recalls']> {
  const { read } = core.storage;
  const recalls = await read.recall.ofCustomer(customerId);
  return Promise.all(
    recalls.map(async (recall) => ({
      company: slugOf(companies, recall.companyId),
      kind: recall.kind,
      purpose: (recall.purposeId && (await read.purpose.find(recall.purposeId))?.slug) ?? null,
      fields: [...recall.fields],
      firstReadAt: recall.firstAt,
      lastReadAt: recall.lastAt,
      toldAt: recall.openedAt,
      dueAt: recall.dueAt,
      state: recall.state,
      closedAt: recall.closedAt,
      note: await openRecallNote(core, recall),
      entry: recall.ledgerIndex,
    })),
  );
}
