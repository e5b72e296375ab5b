import { notFound } from '#app/auth/require.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { PersonView } from '#app/screens/officer/proof-view.ts';
import { SubjectId } from '#schema/ids.ts';
import type { OfficerVisit } from './visit.server.ts';

/** @throws Response 404 for another company's customer, as for one that does not exist */
export async function findPerson(
  { core, company }: OfficerVisit,
  raw: string | undefined,
): Promise<Relationship> {
  const subject = SubjectId.safeParse(raw);
  const found = subject.success
    ? await core.storage.read.relationship.findBySubject(company.id, subject.data)
    : undefined;
  if (!found) throw notFound();
  return found;
}

export async function readPerson(visit: OfficerVisit, raw: string | undefined): Promise<PersonView> {
  const { id, subject, createdAt, endedAt, companyId } = await findPerson(visit, raw);
  const { ledger } = visit.core.storage.read;
  return {
    subject,
    since: createdAt,
    endedAt,
    entries: await ledger.count({ companyId, relationshipIds: [id] }),
  };
}
