import { randomUUID } from 'node:crypto';
import { notFound } from '#app/auth/require.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { PersonView } from '#app/screens/officer/proof-view.ts';
import { SubjectId } from '#schema/ids.ts';
import { type LogServices, readProof } from './proof.server.ts';
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

export async function readPerson(
  visit: OfficerVisit,
  raw: string | undefined,
  services: LogServices,
): Promise<PersonView> {
  const relationship = await findPerson(visit, raw);
  const { id, subject, createdAt, endedAt, companyId } = relationship;
  const proof = await readProof(visit, relationship, services);
  return {
    subject,
    since: createdAt,
    endedAt,
    entries: await visit.core.storage.read.ledger.count({ companyId, relationshipIds: [id] }),
    proof: proof ?? null,
    closed: proof === undefined,
    intentId: randomUUID(),
  };
}
