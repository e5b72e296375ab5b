import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { PeopleQuery, PermittedPerson } from '../permission/people-store.ts';
import { reachableChannels } from '../permission/reachable-channels.ts';
import { groupsOf } from '../profile/derive-value.ts';
import type { SealedGroup } from '../profile/profile-store.ts';
import type { Readers } from '../shared/storage.ts';
import type { DiscloseInput } from './record-disclosure.ts';

/** One person of a recorded batch, still sealed. */
export interface RecordedRow {
  readonly person: PermittedPerson;
  readonly fields: readonly FieldId[];
  /** Channels on which the person may be addressed for this purpose at this instant. */
  readonly channels: readonly Channel[];
  readonly sealed: readonly SealedGroup[];
}

/**
 * Who may be seen, with which fields and on which channels, and the sealed
 * bytes of the same instant: the decision behind every disclosure, and behind
 * the preview that shows a customer what a company would get.
 */
export async function permittedRows(
  read: Pick<Readers, 'people' | 'profile'>,
  query: PeopleQuery,
  { people: which, fields: wanted }: Pick<DiscloseInput, 'people' | 'fields'>,
): Promise<RecordedRow[]> {
  const people =
    'subjects' in which
      ? await read.people.bySubjects(query, which.subjects)
      : await read.people.page(
          which.conditions ? { ...query, conditions: which.conditions } : query,
          which.afterSubject,
          which.limit,
        );
  const customerIds = people.map(({ customerId }) => customerId);
  const asked = (fields: readonly FieldId[]) =>
    wanted ? fields.filter((field) => wanted.includes(field)) : fields;
  const contacts = await read.people.contactFacts(customerIds, query.companyId);
  const sealed = await read.profile.sealedGroups(
    customerIds,
    groupsOf(people.flatMap(({ fields }) => asked(fields))),
  );
  const byCustomer = new Map<string, SealedGroup[]>();
  for (const blob of sealed)
    byCustomer.set(blob.customerId, [...(byCustomer.get(blob.customerId) ?? []), blob]);
  return people.map((person) => {
    const contact = contacts.get(person.customerId);
    const fields = asked(person.fields);
    const groups = groupsOf(fields);
    return {
      person,
      fields,
      channels: reachableChannels(person, contact),
      sealed: (byCustomer.get(person.customerId) ?? []).filter(({ group }) => groups.includes(group)),
    };
  });
}
