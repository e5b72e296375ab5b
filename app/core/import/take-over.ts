import type { CustomerId, OwnFileId } from '#schema/ids.ts';
import type { Preference } from '#schema/preference.ts';
import { setPreferenceInside } from '../preference/set-preference.ts';
import { type RawFields, saveFieldsInside } from '../profile/save-fields.ts';
import type { Core } from '../shared/core.ts';
import type { ImportPlan } from './plan-import.ts';

/** What the customer chose where file and portal differ; everything else that is new comes along. */
export interface ImportChoice {
  readonly fields: ReadonlySet<string>;
  /** Slugs of companies; the empty one stands for all companies. */
  readonly wishes: ReadonlySet<string>;
  readonly language: boolean;
}

/**
 * Values and wishes of a plan, with `import` as their source, all of it in one
 * act: cut off before its commit nothing has changed, after it everything. The
 * waiting file goes with it, so the same form sent again finds nothing to do.
 *
 * @returns how many of each were taken over; undefined when the file waits no more
 */
export async function takeOver(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  { customerId, id }: { readonly customerId: CustomerId; readonly id: OwnFileId },
  plan: ImportPlan,
  choice: ImportChoice,
): Promise<{ readonly fields: number; readonly wishes: number } | undefined> {
  const fields = [...plan.newFields, ...plan.conflicts.filter(({ field }) => choice.fields.has(field))];
  const raw: RawFields = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  const wishes = plan.wishes.filter(({ company, isNew }) => isNew || choice.wishes.has(company?.slug ?? ''));
  const language = choice.language ? plan.language?.there : undefined;
  return core.sequencer.submit(async (act) => {
    const { tx } = act;
    if ((await tx.ownFile.find(customerId, 'import'))?.id !== id) return undefined;
    if (fields.length > 0) await saveFieldsInside(core, act, customerId, raw, 'import');
    for (const { company, there } of wishes)
      await setPreferenceInside(act, { customerId, companyId: company?.id ?? null, ...wholeWish(there) });
    if (language) await tx.customer.setLanguage(customerId, language);
    await tx.ownFile.delete(id);
    return { fields: fields.length, wishes: wishes.length + (language ? 1 : 0) };
  });
}

/** What the file does not speak of is as in the default, not as it happens to be here. */
function wholeWish({ channelsOff, pausedUntil, topicsOff, mostPerWeek, quietHours }: Preference) {
  return {
    channelsOff,
    pausedUntil,
    topicsOff: topicsOff ?? null,
    mostPerWeek: mostPerWeek ?? null,
    quietHours: quietHours ?? null,
  };
}
