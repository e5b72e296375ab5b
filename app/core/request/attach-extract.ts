import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { addEvent, checkText } from './add-event.ts';
import { changeRequest, type StepInput } from './change-request.ts';
import type { CheckedFile } from './check-files.ts';

/** Files that the portal made itself join the request; the reason for opening stands with them. */
export async function attachExtract(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  {
    by,
    files,
    ...input
  }: StepInput & { readonly by: Staff; readonly reason: string; readonly files: readonly CheckedFile[] },
): Promise<void> {
  const text = checkText(input.reason);
  await changeRequest(core, { ...input, by }, (act, request) =>
    addEvent(core, act, request, { kind: 'extract', by, text, files }),
  );
}
