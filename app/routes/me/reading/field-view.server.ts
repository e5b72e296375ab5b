import { notFound } from '#app/auth/require.ts';
import { waysClosedBy } from '#app/core/consent/hide-field.ts';
import { enteredFields, groupOf, isCatalogueField, profileValue } from '#app/core/profile/derive-value.ts';
import { dueFields, reviewAt } from '#app/core/profile/review.ts';
import { type ProfileEntries, readOwn } from '#app/core/vault/doors/read-own.ts';
import { FIELD_DONE, type FieldSeer, type FieldUse, type FieldView } from '#app/screens/me/field-view.ts';
import { isCompanyField } from '#schema/company-field.ts';
import { CATALOGUE_FIELDS, type CatalogueField, FieldId, fieldShape } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import { readExtraFields } from './extra-fields.server.ts';
import { nameOf } from './find-company.server.ts';
import { readHidden } from './hidden.server.ts';
import { readConnected, titleOf } from './lines.server.ts';
import { oneOf, type Visit } from './visit.server.ts';

const LOOKS_SEARCHED = 200;

/** @throws Response 404 for a field that nobody knows, a draft, and one of a company that is a stranger here */
export async function findField(visit: Visit, word: string | undefined): Promise<FieldId> {
  const field = FieldId.safeParse(word).data;
  if (!field) throw notFound();
  if (isCatalogueField(field)) return field;
  const { core, customer } = visit;
  const entries = await readOwn(core, customer.id, ['extra']);
  const known = await readExtraFields(core, customer.id, entries);
  if (!known.some(({ id }) => id === field)) throw notFound();
  return field;
}

export async function readFieldView(visit: Visit, field: FieldId): Promise<FieldView> {
  const { core, customer, at, url, intentId } = visit;
  const group = groupOf(field);
  const entries = await readOwn(core, customer.id, [group]);
  const entry = entries[field];
  const reminder = await core.storage.read.profile.reminder(customer.id);
  const done = oneOf(FIELD_DONE, url.searchParams.get('done'));
  return {
    field,
    group,
    definedBy: await definedBy(visit, field, entries),
    value: profileValue(field, entries) ?? null,
    at: Instant.safeParse(entry?.at).data ?? null,
    source: entry?.source ?? null,
    verifiedAt: await verifiedAt(visit, field),
    confirmedAt: Instant.safeParse(entry?.confirmedAt).data ?? null,
    due: dueFields(entries, at).includes(field),
    reminder: {
      wanted: entry?.noReminder !== true,
      at: entry ? reviewAt(entry) : null,
      allOff: reminder.off,
    },
    from: isDerived(field) ? enteredFields(field) : [],
    gives: CATALOGUE_FIELDS.filter((other) => isDerived(other) && other !== field).filter((other) =>
      enteredFields(other).some((source) => source === field),
    ),
    history: entry?.history ?? [],
    seers: await readSeers(visit, field),
    done,
    hidden: done === 'hidden' ? await readHidden(visit) : null,
    intentId,
  };
}

const isDerived = (field: FieldId): field is CatalogueField =>
  isCatalogueField(field) && fieldShape(field).type === 'derived';

async function definedBy({ core, customer }: Visit, field: FieldId, entries: ProfileEntries) {
  if (!isCompanyField(field)) return null;
  const extra = await readExtraFields(core, customer.id, entries);
  return extra.find(({ id }) => id === field)?.company ?? null;
}

/** Address and number are proved as channels; no other value is ever proved. */
async function verifiedAt({ core, customer }: Visit, field: FieldId): Promise<Instant | null> {
  const channel = field === 'email' ? 'email' : field === 'mobile' ? 'sms' : undefined;
  if (!channel) return null;
  const proved = await core.storage.read.customer.verifications(customer.id);
  return proved.find((one) => one.channel === channel)?.verifiedAt ?? null;
}

/** Who may use it, for what and since when: from the permission itself, and what waits behind a pause. */
export async function readSeers({ core, customer, at }: Visit, field: FieldId): Promise<FieldSeer[]> {
  const seers: FieldSeer[] = [];
  for (const { company, relationship, standings } of await readConnected(core, customer.id, at)) {
    const uses = standings.flatMap((found): FieldUse[] => {
      const { purpose, permission, granted, current, standing } = found;
      const version = granted ?? current;
      const asked = version.content.fields.find((one) => one.field === field);
      const open = purpose.basis === 'objection' && standing.state === 'open';
      const given = granted !== null && standing.fields.includes(field);
      if (!asked || !(open || given) || permission.reason === 'version-ended') return [];
      return [
        {
          purpose: purpose.slug,
          title: titleOf(found),
          since: standing.decidedAt ?? relationship.createdAt,
          now: permission.fields.includes(field),
          needed: open || asked.required,
          closes: waysClosedBy(found, field).length > 0,
        },
      ];
    });
    if (uses.length === 0) continue;
    const looks = await core.storage.read.disclosure.looksOfCustomer(customer.id, {
      companyId: company.id,
      limit: LOOKS_SEARCHED,
    });
    const lastLook = looks.find(({ fields }) => fields.includes(field))?.at ?? null;
    seers.push({ company: nameOf(company), uses, lastLook });
  }
  return seers;
}
