import { profileValue } from '#app/core/profile/derive-value.ts';
import { readOwn } from '#app/core/vault/doors/read-own.ts';
import type { ProfileField, ProfileView } from '#app/screens/me/profile.tsx';
import { CATALOGUE_FIELDS, CatalogueFieldId, FIELD_GROUPS, type FieldId, fieldShape } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import { nameOf } from './find-company.server.ts';
import { readConnected } from './lines.server.ts';
import type { Visit } from './visit.server.ts';

/** Every field of the catalogue with its value, its origin, and who may see it at this instant. */
export async function readProfile({ core, customer, at }: Visit): Promise<ProfileView['groups']> {
  const entries = await readOwn(core, customer.id);
  const seenBy = new Map<FieldId, ProfileField['seenBy'][number][]>();
  for (const { company, standings } of await readConnected(core, customer.id, at)) {
    for (const { purpose, permission, granted, current } of standings) {
      const { title } = (granted ?? current).content;
      for (const field of permission.fields) {
        const seen = { company: nameOf(company), purpose: purpose.slug, title };
        seenBy.set(field, [...(seenBy.get(field) ?? []), seen]);
      }
    }
  }
  return FIELD_GROUPS.map((group) => ({
    group,
    fields: CATALOGUE_FIELDS.filter((field) => fieldShape(field).group === group).map(
      (field): ProfileField => {
        const entry = entries[field];
        return {
          field,
          value: profileValue(field, entries) ?? null,
          at: Instant.safeParse(entry?.at).data ?? null,
          source: entry?.source ?? null,
          verifiedAt: Instant.safeParse(entry?.verifiedAt).data ?? null,
          from: CatalogueFieldId.safeParse(fieldShape(field).from).data ?? null,
          seenBy: seenBy.get(field) ?? [],
        };
      },
    ),
  }));
}
