import type { FieldId } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { groupOf, groupsOf } from './derive-value.ts';
import { editGroups, type OpenEntries } from './edit-groups.ts';

type Acting = Pick<Core, 'sequencer' | 'keys'>;

/** The customer says that these values still hold: the year begins anew, nothing else moves. */
export function confirmFields(
  core: Acting,
  customerId: CustomerId,
  fields: readonly FieldId[],
): Promise<void> {
  return careFor(core, customerId, fields, (entries, field, at) => {
    const entry = entries[field];
    if (entry) entries[field] = { ...entry, confirmedAt: at };
  });
}

/** Earlier values go for good; the present one stays. */
export function forgetEarlier(core: Acting, customerId: CustomerId, field: FieldId): Promise<void> {
  return careFor(core, customerId, [field], (entries) => {
    const { history: _, ...entry } = entries[field] ?? {};
    if ('value' in entry) entries[field] = entry as NonNullable<OpenEntries[string]>;
  });
}

/** Whether the customer wants to be asked about this one value after a year. */
export function setFieldReminder(
  core: Acting,
  customerId: CustomerId,
  field: FieldId,
  wanted: boolean,
): Promise<void> {
  return careFor(core, customerId, [field], (entries) => {
    const { noReminder: _, ...entry } = entries[field] ?? {};
    if ('value' in entry) {
      entries[field] = { ...entry, ...(wanted ? {} : { noReminder: true }) } as NonNullable<
        OpenEntries[string]
      >;
    }
  });
}

/** The same for all values: one mail a year at most, or none. */
export function setReminders(core: Pick<Core, 'sequencer'>, customerId: CustomerId, wanted: boolean) {
  return core.sequencer.submit(async ({ tx }) => {
    if (!(await tx.customer.find(customerId))) throw new NotFoundError();
    const { toldAt } = await tx.profile.reminder(customerId);
    await tx.profile.saveReminder(customerId, { off: !wanted, toldAt });
  });
}

async function careFor(
  core: Acting,
  customerId: CustomerId,
  fields: readonly FieldId[],
  change: (entries: OpenEntries, field: FieldId, at: string) => void,
): Promise<void> {
  await core.sequencer.submit(async ({ tx, at }) => {
    const customer = await tx.customer.find(customerId);
    if (!customer || customer.status === 'left') throw new NotFoundError();
    await editGroups(core, tx, customerId, groupsOf(fields), at, (entries, group) => {
      const own = fields.filter((field) => groupOf(field) === group && entries[field]);
      for (const field of own) change(entries, field, at);
      return own.length > 0;
    });
  });
}
