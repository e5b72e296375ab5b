import type { Instant } from '#schema/instant.ts';
import type { PauseLength } from '../me/pause-form.tsx';
import type { TakenBack } from '../me/taken-back-notice.tsx';
import type { CompanyLines } from '../me/view.ts';
import type { ChangedWishes } from '../me/wish.ts';

/** What happened by the button just pressed, from what is stored now. */
export const LINK_DONE = ['no-mail', 'fewer', 'no-reminder', 'paused', 'same'] as const;
export type LinkDone = (typeof LINK_DONE)[number];

export interface LinkDoneView {
  readonly done: LinkDone;
  /** From what to what, and under which number; null: the act changed no wish. */
  readonly changed: ChangedWishes | null;
  /** Where a signed-in customer takes it back. */
  readonly undoPath: string | null;
}

export interface LinkCompany extends CompanyLines {
  /** E-mail is switched off for this company. */
  readonly mailOff: boolean;
  /** A limit of one message in seven days holds already. */
  readonly fewer: boolean;
  /** The company reports what it sends: the limit is checked here. */
  readonly reports: boolean;
}

/** What holds, by title alone: whoever holds the mail sees no value of the profile. */
export interface MailLinkView {
  readonly state: 'open';
  readonly companies: readonly LinkCompany[];
  /** The link of one company's mail shows that company alone. */
  readonly scoped: boolean;
  /** The mail was a reminder, which can be switched off. */
  readonly reminder: boolean;
  readonly pausedUntil: Instant | null;
  /** Pauses that end later than the one that runs: a mail makes nothing shorter. */
  readonly pauses: readonly PauseLength[];
  readonly takenBack: TakenBack | null;
  readonly done: LinkDoneView | null;
  readonly intentId: string;
}

export interface DeadMailLinkView {
  readonly state: 'expired' | 'broken' | 'foreign';
}
