import type { CustomerId } from '#schema/ids.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { addEvent, checkText } from './add-event.ts';
import { changeRequest, type StepInput } from './change-request.ts';
import { checkFiles, type SentFile } from './check-files.ts';
import { mailCustomer } from './request-mails.ts';

interface Written {
  readonly text: string;
  readonly files: readonly SentFile[];
}

/** A note stays inside; a message goes to the person. Neither ends or moves the clock. */
export async function writeAsOfficer(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  { by, kind, ...input }: StepInput & Written & { readonly by: Staff; readonly kind: 'note' | 'message' },
): Promise<void> {
  const text = checkText(input.text);
  const files = checkFiles(input.files);
  await changeRequest(core, { ...input, by }, async (act, request) => {
    await addEvent(core, act, request, { kind, by, text, files });
    if (kind === 'message') await mailCustomer(core, act, request, 'request-message');
  });
}

/** The person adds something to what was asked. */
export async function addToRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: StepInput & Written & { readonly by: { readonly customerId: CustomerId } },
): Promise<void> {
  const text = checkText(input.text);
  const files = checkFiles(input.files);
  await changeRequest(core, input, async (act, request) => {
    await addEvent(core, act, request, { kind: 'added', by: 'customer', text, files });
  });
}

/** The person takes the request back; nothing else changes, and it can be asked anew at any time. */
export async function takeBackRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  input: StepInput & { readonly by: { readonly customerId: CustomerId } },
): Promise<void> {
  await changeRequest(core, input, async (act, request) => {
    const closed = { ...request, state: 'taken-back', closedAt: act.at } as const;
    await act.tx.request.update(closed);
    await addEvent(core, act, closed, { kind: 'taken-back', by: 'customer' });
  });
}
