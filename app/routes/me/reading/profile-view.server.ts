import { enteredFields, profileValue } from '#app/core/profile/derive-value.ts';
import { dueFields } from '#app/core/profile/review.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { ProfileField, ProfileView } from '#app/screens/me/profile.tsx';
import {
  CATALOGUE_FIELDS,
  CatalogueFieldId,
  FIELD_GROUPS,
  type FieldGroup,
  type FieldId,
  fieldShape,
} from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import { readExtraFields } from './extra-fields.server.ts';
import { nameOf } from './find-company.server.ts';
import { readConnected, titleOf } from './lines.server.ts';
import type { Visit } from './visit.server.ts';

/** Every field of the catalogue with its value, its origin, and who may see it at this instant. */
export async function readProfile({
  core,
  customer,
  at,
}: Visit): Promise<Pick<ProfileView, 'groups' | 'due' | 'remindersOff'>> {
  const entries = await readOwn(core, customer.id);
  const seenBy = new Map<FieldId, ProfileField['seenBy'][number][]>();
  for (const { company, standings } of await readConnected(core, customer.id, at)) {
    for (const found of standings) {
      const { purpose, permission } = found;
      const title = titleOf(found);
      for (const field of permission.fields) {
        const seen = { company: nameOf(company), purpose: purpose.slug, title };
        seenBy.set(field, [...(seenBy.get(field) ?? []), seen]);
      }
    }
  }
  const extra = await readExtraFields(core, customer.id, entries);
  const fieldsOf = (group: FieldGroup): readonly FieldId[] =>
    group === 'extra'
      ? extra.map(({ id }) => id)
      : CATALOGUE_FIELDS.filter((field) => fieldShape(field).group === group);
  const lineOf = (field: FieldId): ProfileField => {
    const entry = entries[field];
    const known = CatalogueFieldId.safeParse(field).data;
    return {
      field,
      definedBy: extra.find(({ id }) => id === field)?.company ?? null,
      value: profileValue(field, entries) ?? null,
      at: Instant.safeParse(entry?.at).data ?? null,
      source: entry?.source ?? null,
      verifiedAt: Instant.safeParse(entry?.verifiedAt).data ?? null,
      from: known && fieldShape(known).type === 'derived' ? enteredFields(known) : [],
      seenBy: seenBy.get(field) ?? [],
    };
  };
  const groups = FIELD_GROUPS.map((group) => ({ group, fields: fieldsOf(group).map(lineOf) }));
  const { off } = await core.storage.read.profile.reminder(customer.id);
  const old = new Set(dueFields(entries, at));
  return {
    groups: groups.filter(({ group, fields }) => group !== 'extra' || fields.length > 0),
    // Reminders of one kind switched off: nothing is asked about by itself.
    due: off ? [] : groups.flatMap(({ fields }) => fields.filter(({ field }) => old.has(field))),
    remindersOff: off,
  };
}
