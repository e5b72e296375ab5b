import type { CompanyId, CustomerId, DisclosureId, InteractionId } from '#schema/ids.ts';
import type { StatementTarget, ThreadQuote } from '#schema/thread.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { openInteractions } from '../vault/doors/open-dialogue.ts';

/** A look or an entry that is questioned. */
export interface ThreadTarget {
  readonly target: StatementTarget;
  readonly id: string;
}

/**
 * What is questioned, as it stands: it is quoted at the head of the conversation.
 *
 * @throws NotFoundError for what is another customer's or another company's, and for what is not there
 */
export async function findQuote(
  core: Pick<Core, 'storage' | 'keys'>,
  of: { readonly customerId: CustomerId; readonly companyId: CompanyId },
  { target, id }: ThreadTarget,
): Promise<ThreadQuote> {
  const { disclosure, interaction } = core.storage.read;
  if (target === 'look') {
    const look = await disclosure.lookOfCustomer(of.customerId, id as DisclosureId);
    if (!look || look.companyId !== of.companyId) throw new NotFoundError();
    const { disclosureId, at, how, role, fields, purposeId, reason } = look;
    return { kind: 'look', disclosureId, at, how, role, fields: [...fields], purposeId, reason };
  }
  const entry = await interaction.find(id as InteractionId);
  if (!entry || entry.customerId !== of.customerId || entry.companyId !== of.companyId)
    throw new NotFoundError();
  const [opened] = await openInteractions(core, [entry]);
  if (!opened) throw new NotFoundError();
  const { kind, happenedOn } = entry;
  return { kind: 'entry', interactionId: entry.id, entry: kind, happenedOn, text: opened.text };
}
