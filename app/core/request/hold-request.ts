import type { HoldKind } from '#schema/request.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { addEvent, checkText } from './add-event.ts';
import { changeRequest, type StepInput } from './change-request.ts';
import { isDay } from './local-day.ts';
import { RequestError } from './request-error.ts';
import { mailCustomer } from './request-mails.ts';

type ByStaff = StepInput & { readonly by: Staff };

export interface HoldInput extends ByStaff {
  readonly hold: HoldKind;
  /** Shown to the person. */
  readonly reason: string;
  /** ISO day until which it must stay, where that is known. */
  readonly until: string | null;
}

/** Something must stay: a dispute, or a law that says how long. The person reads what and why. */
export async function holdRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  { by, hold, until, ...input }: HoldInput,
): Promise<void> {
  const text = checkText(input.reason);
  const day = until !== null && isDay(until) ? until : null;
  await changeRequest(core, { ...input, by }, async (act, request) => {
    const held = { ...request, hold };
    await act.tx.request.update(held);
    await addEvent(core, act, held, { kind: 'held', by, text, until: day, hold });
    await mailCustomer(core, act, held, 'request-message');
  });
}

export async function releaseHold(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  { by, ...input }: ByStaff,
): Promise<void> {
  await changeRequest(core, { ...input, by }, async (act, request) => {
    if (request.hold === null) throw new RequestError('not-held');
    const free = { ...request, hold: null };
    await act.tx.request.update(free);
    await addEvent(core, act, free, { kind: 'released', by });
  });
}
