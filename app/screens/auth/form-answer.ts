import type { Message } from '#app/i18n/message.ts';

/** One thing to mend, and the control it stands beside. */
export interface FormProblem {
  readonly field: string;
  readonly message: Message;
}

/** A form that came back: what to mend, and what was typed (never a password or a code). */
export interface FormAnswer {
  readonly problems: readonly FormProblem[];
  readonly values: Readonly<Record<string, string>>;
}

export const FRESH_FORM: FormAnswer = { problems: [], values: {} };
