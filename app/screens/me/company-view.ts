import type { CompanyPreference } from './company-controls.tsx';
import type { CompanyFactsView } from './company-facts.tsx';
import type { FieldQuestionDone, FieldQuestionView } from './field-question-view.ts';
import type { LookLine } from './look-list.tsx';
import type { NewWord } from './new-words.tsx';
import type { QuestionLine } from './question-lines.tsx';
import type { RecallLine } from './recall-list.tsx';
import type { TakenBack } from './taken-back-notice.tsx';
import type { CompanyLines } from './view.ts';
import type { ChangedWishes } from './wish.ts';

export const COMPANY_DONE = ['ended', 'connected', 'paused', 'resumed', 'channels', 'same'] as const;
export type CompanyDone = (typeof COMPANY_DONE)[number];

export interface CompanyView {
  readonly company: CompanyLines;
  readonly facts: CompanyFactsView;
  readonly connected: boolean;
  /** Was connected and left: what runs without a yes would not start again. */
  readonly returning: boolean;
  /** The portal has no other: this page is the customer's overview. */
  readonly isHome: boolean;
  readonly preference: CompanyPreference;
  /** What this company asks now. */
  /** What the company has written and the customer has not opened yet. */
  readonly newWords: readonly NewWord[];
  readonly questions: readonly QuestionLine[];
  readonly looks: readonly LookLine[];
  /** Newest first; also after the end. */
  readonly recalls: readonly RecallLine[];
  /** The one thing that this company would like to know now; null: nothing. */
  readonly fieldQuestion: FieldQuestionView | null;
  readonly fieldAnswered: FieldQuestionDone | null;
  readonly done: CompanyDone | null;
  readonly changed: ChangedWishes | null;
  readonly takenBack: TakenBack | null;
  /** How many things an undo brought back; 0: it came too late. */
  readonly undone: number | null;
  readonly intentId: string;
}
