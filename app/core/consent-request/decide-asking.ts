import { REASK_LOCK_MONTHS } from '#schema/consent.ts';
import { type HeldCause, QUESTIONS_A_YEAR } from '#schema/consent-request.ts';
import type { Instant } from '#schema/instant.ts';
import type { PermissionReason } from '#schema/permission.ts';
import { addMonths } from '../shared/calendar.ts';
import type { ConsentRequest } from './consent-request.ts';

/** Everything on which it depends whether a company may ask one customer for one purpose. */
export interface AskingCase {
  readonly at: Instant;
  /** Of the purpose, for this customer. */
  readonly permission: { readonly allowed: boolean; readonly reason: PermissionReason };
  /** The latest no to this purpose, under this relationship or an earlier one of the same two. */
  readonly noSince: Instant | null;
  /** The customer wants no more questions from this company. */
  readonly stopped: boolean;
  readonly paused: boolean;
  /** Of the last twelve months, to this customer: under this relationship, and under earlier ones. */
  readonly asked: readonly Pick<ConsentRequest, 'purposeId'>[];
  readonly askedEarlier: readonly Pick<ConsentRequest, 'purposeId'>[];
  readonly purposeId: ConsentRequest['purposeId'];
}

export type Asking =
  | { readonly outcome: 'ask' }
  /** Taken from the company like any other, but never shown to the customer. */
  | { readonly outcome: 'hold'; readonly cause: HeldCause }
  /** Told to the company, which knows it anyway. */
  | {
      readonly outcome: 'refuse';
      readonly code: 'asked-this-year' | 'asked-often' | 'permitted-already';
    };

/**
 * Whether a question reaches the customer. Pure. Refused openly is only what
 * the company can count or see itself; everything that would tell something
 * about the customer holds the question back in silence, so that "undecided",
 * "refused" and "paused" look the same from outside.
 */
export function decideAsking(situation: AskingCase): Asking {
  const { permission, asked, askedEarlier, purposeId, noSince, at } = situation;
  const refuse = (code: Extract<Asking, { outcome: 'refuse' }>['code']): Asking => ({
    outcome: 'refuse',
    code,
  });
  if (permission.allowed) return refuse('permitted-already');
  if (asked.some((request) => request.purposeId === purposeId)) return refuse('asked-this-year');
  if (asked.length >= QUESTIONS_A_YEAR) return refuse('asked-often');

  const locked = noSince !== null && addMonths(noSince, REASK_LOCK_MONTHS) > at;
  const earlier =
    askedEarlier.some((request) => request.purposeId === purposeId) ||
    asked.length + askedEarlier.length >= QUESTIONS_A_YEAR;
  const cause: HeldCause | undefined = situation.stopped
    ? 'no-more-questions'
    : (PERSON[permission.reason] ??
      (locked ? 'no-stands' : undefined) ??
      (situation.paused ? 'paused' : undefined) ??
      (earlier ? 'asked-before' : undefined));
  return cause ? { outcome: 'hold', cause } : { outcome: 'ask' };
}

/** Reasons of a denied permission under which nobody is asked. A paused yes is a yes. */
const PERSON: Readonly<Partial<Record<PermissionReason, HeldCause>>> = {
  'customer-restricted': 'restricted',
  'relationship-restricted': 'restricted',
  'customer-unconfirmed': 'unconfirmed',
  'under-age': 'under-age',
  pending: 'decided',
  paused: 'decided',
};
