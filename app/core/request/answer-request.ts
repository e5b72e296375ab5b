import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { addEvent, checkText } from './add-event.ts';
import { changeRequest, type StepInput } from './change-request.ts';
import { checkFiles, type SentFile } from './check-files.ts';
import { RequestError } from './request-error.ts';
import { mailCustomer } from './request-mails.ts';

export interface AnswerInput extends StepInput {
  readonly by: Staff;
  /** `refused` needs its reason in the text; the page adds the authority and the courts. */
  readonly outcome: 'done' | 'refused';
  readonly text: string;
  readonly files: readonly SentFile[];
}

/**
 * The officer's answer ends the clock. While something must stay, an erasure
 * cannot be called done: the hold is ended first, or it is refused with its reason.
 */
export async function answerRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  { outcome, by, ...input }: AnswerInput,
): Promise<void> {
  const text = checkText(input.text);
  const files = checkFiles(input.files);
  await changeRequest(core, { ...input, by }, async (act, request) => {
    if (outcome === 'done' && request.kind === 'erasure' && request.hold !== null)
      throw new RequestError('request-held');
    const closed = { ...request, state: outcome, closedAt: act.at };
    await act.tx.request.update(closed);
    await addEvent(core, act, closed, { kind: outcome, by, text, files });
    await mailCustomer(core, act, closed, 'request-answered');
  });
}
