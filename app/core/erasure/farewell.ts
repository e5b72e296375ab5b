import type { CompanyId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { ActContext } from '../ledger/sequencer.ts';
import { addMs, DAY_MS } from '../shared/calendar.ts';
import type { Core } from '../shared/core.ts';
import { draftMail } from '../sign-in/draft-mail.ts';
import { nobodyPrincipal } from '../sign-in/principal.ts';
import { FAREWELL_KEYS, farewellKeyId } from '../vault/places.ts';
import type { FinishCore } from './finish-erasure.ts';
import { orderCleaning } from './order-cleaning.ts';

/** The last mail is tried so long; then the address goes unsent. */
export const FAREWELL_MS = 3 * DAY_MS;

const BATCH = 100;

/** What the last mail says about one company. */
export interface LeftCompany {
  readonly companyId: CompanyId;
  /** Null: nothing is kept as proof. */
  readonly proofUntil: Instant | null;
  /** It had received something and was told to delete it. */
  readonly told: boolean;
}

export interface Farewell {
  readonly address: string;
  readonly language: Language;
  readonly companies: readonly LeftCompany[];
}

/** A key for one mail alone, durable before anything is sealed under it. */
export async function createFarewellKey(core: Pick<Core, 'keys' | 'world'>): Promise<string> {
  const keyId = farewellKeyId(core.world.newId());
  await core.keys.create(keyId);
  return keyId;
}

/**
 * The last mail to somebody who leaves, in the transaction of leaving. The
 * account's own key is about to be shredded and its address with it, so the
 * address waits under a key of its own, in a row that names nobody; sent or
 * too late, that key is shredded as well.
 */
export async function insertFarewell(
  core: Pick<Core, 'keys' | 'world'>,
  { tx, at }: ActContext,
  keyId: string,
  { address, language, companies }: Farewell,
): Promise<void> {
  const told = [];
  for (const { companyId, ...rest } of companies) {
    const company = await tx.company.find(companyId);
    if (company) told.push({ ...rest, company: company.profile.name });
  }
  const order = {
    template: 'farewell',
    to: nobodyPrincipal(core.world.newId()),
    language,
    companyId: null,
    linkPath: null,
    goodUntil: addMs(at, FAREWELL_MS),
  } as const;
  const mail = await draftMail(core, order, keyId, { address, farewell: told });
  await tx.job.insert(mail, at);
}

/** After sending, and when it can never be sent: nobody opens the address any more. */
export async function forgetFarewell(core: FinishCore, ...keyIds: string[]): Promise<void> {
  await core.keys.shred(keyIds);
  await core.storage.transact((tx) => orderCleaning(core, tx, core.world.now()));
}

/** Where no mail server takes it, or a crash left its key behind, time ends the last mail. */
export async function forgetOldFarewells(core: FinishCore): Promise<number> {
  const old = await core.keys.madeBefore(FAREWELL_KEYS, addMs(core.world.now(), -FAREWELL_MS), BATCH);
  if (old.length > 0) await forgetFarewell(core, ...old);
  return old.length;
}
