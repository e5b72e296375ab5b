import type { CatalogueField } from '#schema/field.ts';
import type { CustomerId } from '#schema/ids.ts';
import type { Preference } from '#schema/preference.ts';
import { setPreference } from '../preference/set-preference.ts';
import { type RawFields, saveFields } from '../profile/save-fields.ts';
import type { Core } from '../shared/core.ts';
import type { ImportPlan } from './plan-import.ts';

/** What the customer chose where file and profile differ; everything else that is new comes along. */
export interface ImportChoice {
  readonly fields: ReadonlySet<CatalogueField>;
  /** Slugs of companies; the empty one stands for all companies. */
  readonly wishes: ReadonlySet<string>;
}

/**
 * Values and wishes of a plan, with `import` as their source. Each step is
 * whole in itself and changes nothing the second time: cut off in the middle,
 * the same form sent again does the rest.
 *
 * @returns how many of each were taken over
 */
export async function takeOver(
  core: Pick<Core, 'sequencer' | 'keys' | 'world'>,
  customerId: CustomerId,
  plan: ImportPlan,
  choice: ImportChoice,
): Promise<{ readonly fields: number; readonly wishes: number }> {
  const fields = [...plan.newFields, ...plan.conflicts.filter(({ field }) => choice.fields.has(field))];
  const raw: RawFields = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  if (fields.length > 0) await saveFields(core, customerId, raw, 'import');
  const wishes = plan.wishes.filter(({ company, isNew }) => isNew || choice.wishes.has(company?.slug ?? ''));
  for (const { company, there } of wishes)
    await setPreference(core, { customerId, companyId: company?.id ?? null, ...wholeWish(there) });
  return { fields: fields.length, wishes: wishes.length };
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
