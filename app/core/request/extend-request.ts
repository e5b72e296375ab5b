import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import { addEvent, checkText } from './add-event.ts';
import { changeRequest, type StepInput } from './change-request.ts';
import { deadlineOf } from './due-date.ts';
import { RequestError } from './request-error.ts';
import { mailCustomer } from './request-mails.ts';

/**
 * More time, once: told with its reason before the first deadline has passed
 * (GDPR Art. 12(3), DPO Art. 18(2)); later there is none.
 */
export async function extendRequest(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  { by, ...input }: StepInput & { readonly by: Staff; readonly reason: string },
): Promise<void> {
  const text = checkText(input.reason);
  await changeRequest(core, { ...input, by }, async (act, request) => {
    const { tx, at } = act;
    const company = await tx.company.find(request.companyId);
    if (!company) throw new NotFoundError();
    if (request.extendedAt !== null) throw new RequestError('extended-already');
    if (at >= request.dueAt) throw new RequestError('extension-too-late');
    const { day, endsAt } = deadlineOf(request.arrivedOn, company.profile.jurisdiction, true);
    const extended = { ...request, dueOn: day, dueAt: endsAt, extendedAt: at, remindedAt: null };
    await tx.request.update(extended);
    await addEvent(core, act, extended, { kind: 'extended', by, text, until: day });
    await mailCustomer(core, act, extended, 'request-extended');
  });
}
