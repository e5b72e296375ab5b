import type { Instant } from '#schema/instant.ts';
import type { TakenBack } from '../me/taken-back-notice.tsx';
import type { CompanyLines } from '../me/view.ts';

/** What happened by the button just pressed, from what is stored now. */
export const LINK_DONE = ['no-mail', 'paused', 'same'] as const;
export type LinkDone = (typeof LINK_DONE)[number];

export interface LinkCompany extends CompanyLines {
  /** E-mail is switched off for this company. */
  readonly mailOff: boolean;
}

/** What holds, by title alone: whoever holds the mail sees no value of the profile. */
export interface MailLinkView {
  readonly state: 'open';
  readonly companies: readonly LinkCompany[];
  /** The link of one company's mail shows that company alone. */
  readonly scoped: boolean;
  readonly pausedUntil: Instant | null;
  readonly takenBack: TakenBack | null;
  readonly done: LinkDone | null;
  readonly intentId: string;
}

export interface DeadMailLinkView {
  readonly state: 'expired' | 'broken' | 'foreign';
}
