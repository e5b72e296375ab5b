import type { CustomerId, RelationshipId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { LedgerEntry } from '../ledger/ledger-store.ts';
import { addMs, MINUTE_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { customerAccount } from '../sign-in/find-account.ts';
import { collectReceipt } from './collect-receipt.ts';
import { DECIDED } from './receipt.ts';
import type { DueReceipt } from './receipt-store.ts';

/** So long after the last decision the summary goes: the time in which a decision can be undone. */
export const RECEIPT_WAIT_MS = 10 * MINUTE_MS;

const PAGE = 500;
const AT_ONCE = 50;

type ReceiptCore = Pick<Core, 'storage' | 'keys' | 'world'>;

/**
 * Reads what was appended to the log since last time and sends the summaries
 * whose time has come. Whatever is decided, by whichever act, stands in the
 * log: so no act has to think of its receipt, and none waits for it.
 *
 * @returns how many mails were queued
 */
export async function sendReceipts(core: ReceiptCore): Promise<number> {
  const upTo = await noteDecisions(core);
  let sent = 0;
  for (;;) {
    const due = await core.storage.read.receipt.due(core.world.now(), AT_ONCE);
    for (const one of due) if (await sendOne(core, one, upTo)) sent += 1;
    if (due.length < AT_ONCE) return sent;
  }
}

/** Crash order: noting a page of the log and moving on is one transaction. @returns where it stopped */
async function noteDecisions({ storage }: ReceiptCore): Promise<number> {
  const { read } = storage;
  const known = await read.receipt.cursor();
  let cursor = known ?? (await read.ledger.state())?.size ?? 0;
  // The first run of a portal with a history: nobody gets receipts of years ago.
  if (known === undefined) await storage.transact((tx) => tx.receipt.moveCursor(undefined, cursor));
  for (;;) {
    const entries = await read.ledger.range(cursor, PAGE);
    if (entries.length === 0) return cursor;
    const next = cursor + entries.length;
    const noted = await decidedBy(read, entries);
    const moved = await storage.transact(async (tx) => {
      if (!(await tx.receipt.moveCursor(cursor, next))) return false;
      for (const { customerId, fromIndex, at } of noted) {
        // Whoever has left meanwhile leaves no row behind.
        if ((await tx.customer.find(customerId))?.status !== 'active') continue;
        await tx.receipt.note({ customerId, fromIndex, dueAt: addMs(at, RECEIPT_WAIT_MS) });
      }
      return true;
    });
    // Another node is at it.
    if (!moved) return cursor;
    cursor = next;
  }
}

interface Decided {
  readonly customerId: CustomerId;
  readonly fromIndex: number;
  readonly at: Instant;
}

async function decidedBy(
  read: Core['storage']['read'],
  entries: readonly LedgerEntry[],
): Promise<readonly Decided[]> {
  const decided = entries.filter(({ kind, relationshipId }) => relationshipId !== null && DECIDED.has(kind));
  const ids = [...new Set(decided.flatMap(({ relationshipId }) => relationshipId ?? []))];
  const owners = new Map<RelationshipId, CustomerId>(
    (ids.length > 0 ? await read.relationship.findMany(ids) : []).map(({ id, customerId }) => [
      id,
      customerId,
    ]),
  );
  const byCustomer = new Map<CustomerId, Decided>();
  for (const { relationshipId, index, at } of decided) {
    const customerId = relationshipId && owners.get(relationshipId);
    if (!customerId) continue;
    const first = byCustomer.get(customerId);
    byCustomer.set(customerId, { customerId, fromIndex: first?.fromIndex ?? index, at });
  }
  return [...byCustomer.values()];
}

async function sendOne(core: ReceiptCore, due: DueReceipt, upTo: number): Promise<boolean> {
  const customer = await core.storage.read.customer.find(due.customerId);
  const receipt =
    customer?.status === 'active'
      ? await collectReceipt(core, due.customerId, due.fromIndex, upTo)
      : undefined;
  if (!customer || !receipt) {
    await core.storage.transact((tx) => tx.receipt.take(due));
    return false;
  }
  const { principal, keyId } = customerAccount(customer);
  const order = {
    template: 'receipt',
    to: principal,
    language: customer.language,
    // A receipt about one company bears its name.
    companyId: receipt.only,
    linkPath: null,
    goodUntil: null,
  } as const;
  const mail = await draftMail(core, order, keyId, { receipt: receipt.receipt });
  return core.storage.transact(async (tx) => {
    if (!(await tx.receipt.take(due))) return false;
    await tx.job.insert(mail, mail.runAt);
    return true;
  });
}
