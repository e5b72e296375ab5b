import * as z from 'zod';
import { type CompanyId, type CustomerId, RequestId } from '#schema/ids.ts';
import type { RequestKind } from '#schema/request.ts';
import type { Customer } from '../customer/customer.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { type Intent, wasDone } from '../shared/idempotency-store.ts';
import { evidenceKeyId } from '../vault/places.ts';
import { checkText } from './add-event.ts';
import { beginRequest } from './begin-request.ts';
import { type CheckedFile, checkFiles, type SentFile } from './check-files.ts';
import { TIME_ZONES } from './due-date.ts';
import { dayAt } from './local-day.ts';
import { RequestError } from './request-error.ts';

export interface MakeRequestInput {
  readonly customerId: CustomerId;
  /** One company or several; each gets a request of its own. */
  readonly companyIds: readonly CompanyId[];
  readonly kind: RequestKind;
  readonly text: string;
  readonly files: readonly SentFile[];
  readonly intent?: Intent | undefined;
}

/** Without words nobody could know what is wrong, or what in this person's life speaks against it. */
export const NEEDS_WORDS: readonly RequestKind[] = ['rectification', 'objection'];

/**
 * A customer asks for a right, at every company that is or was theirs. While
 * one of the same kind is open there, the company is left out: what is new
 * belongs to the open one.
 *
 * @throws RequestError `request-open-already` when nothing is left to ask
 */
export async function makeRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: MakeRequestInput,
): Promise<RequestId[]> {
  const text = checkText(input.text, NEEDS_WORDS.includes(input.kind));
  const files = checkFiles(input.files);
  return core.sequencer.submit(async (act) => {
    const { tx, at } = act;
    const { intent } = input;
    if (intent && (await wasDone(tx.idempotency, intent))) return outcomeOf(act, intent);
    const customer = await tx.customer.find(input.customerId);
    if (!customer || customer.status === 'left') throw new NotFoundError();
    const ids: RequestId[] = [];
    for (const companyId of new Set(input.companyIds)) {
      const id = await askOne(core, act, customer, companyId, input.kind, text, files);
      if (id) ids.push(id);
    }
    if (ids.length === 0) throw new RequestError('request-open-already');
    if (intent) await tx.idempotency.insert({ ...intent, outcome: JSON.stringify(ids) }, at);
    return ids;
  });
}

async function askOne(
  core: Pick<Core, 'keys' | 'world'>,
  act: ActContext,
  { id: customerId, language }: Customer,
  companyId: CompanyId,
  kind: RequestKind,
  text: string,
  files: readonly CheckedFile[],
): Promise<RequestId | undefined> {
  const { tx, at } = act;
  const company = await tx.company.find(companyId);
  const relationship = (await tx.relationship.allOfCustomer(customerId))
    .filter((one) => one.companyId === companyId)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
  // Of a relationship whose evidence is gone, the company has nothing here that could still be asked for.
  const known = relationship && (await core.keys.find(evidenceKeyId(relationship.id)));
  if (!company || !relationship || !known) throw new NotFoundError();
  const before = await tx.request.ofRelationship(relationship.id);
  if (before.some((one) => one.kind === kind && one.state === 'open')) return undefined;
  return beginRequest(core, act, {
    company,
    relationship,
    kind,
    origin: 'portal',
    arrivedOn: dayAt(at, TIME_ZONES[company.profile.jurisdiction]),
    asked: { text, person: null, identity: '', language },
    files,
    by: 'customer',
  });
}

/** The same form again: what came of it the first time. */
async function outcomeOf({ tx }: ActContext, intent: Intent): Promise<RequestId[]> {
  const done = await tx.idempotency.find(intent);
  return z.array(RequestId).parse(JSON.parse(done?.outcome ?? '[]'));
}
