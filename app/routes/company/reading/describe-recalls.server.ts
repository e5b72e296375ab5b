import type { Company } from '#app/core/company/company.ts';
import { findStandings } from '#app/core/permission/find-standings.ts';
import { isOverdue, type Recall } from '#app/core/recall/recall.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { Core } from '#app/core/shared/core.ts';
import { openCustomerNumber } from '#app/core/vault/doors/open-evidence.ts';
import { openRecallNote } from '#app/core/vault/doors/open-recall-note.ts';
import type { CompanyRecall } from '#app/screens/company/recall-view.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { RecallState } from '#schema/recall.ts';

const CLOSED: readonly RecallState[] = ['confirmed', 'called-off', 'covered'];

/** @param team for the company's own people: names for pseudonyms, and what was written to the person */
export async function readClosed(
  core: Core,
  company: Company,
  at: Instant,
  limit: number,
  team?: (pseudonym: string) => string,
): Promise<CompanyRecall[]> {
  const { recall } = core.storage.read;
  const closed = await Promise.all(CLOSED.map((state) => recall.closed(company.id, state, limit)));
  const newest = closed.flat().sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1));
  return describe(core, company, at, newest.slice(0, limit), team);
}

export function describe(
  core: Core,
  company: Company,
  at: Instant,
  recalls: readonly Recall[],
  team?: (pseudonym: string) => string,
): Promise<CompanyRecall[]> {
  const { read } = core.storage;
  return Promise.all(
    recalls.map(async (recall) => {
      const { id, subject, kind, fields, firstAt, lastAt, looks, openedAt, dueAt } = recall;
      const { state, closedAt, ledgerIndex } = recall;
      const version = recall.purposeId && (await read.purpose.currentVersion(recall.purposeId));
      const relationship = await read.relationship.find(recall.relationshipId);
      const by = recall.closedBy && (await read.staff.find(recall.closedBy));
      const number = relationship && (await openCustomerNumber(core, relationship, company.id));
      return {
        ...{ id, subject, kind, fields, firstAt, lastAt, looks, openedAt, dueAt },
        ...{ state, closedAt, ledgerIndex },
        purpose: version ? version.content.title : null,
        customerNumber: number ?? null,
        overdue: isOverdue(recall, at),
        closedBy: by ? (team?.(by.pseudonym) ?? by.pseudonym) : null,
        stays: relationship ? await readStaying(core, relationship, recall, at) : [],
        note: team ? await openRecallNote(core, recall) : null,
      };
    }),
  );
}

/** What another purpose of this company lets it keep: that much it knows already, so that nobody has to guess. */
async function readStaying(
  { storage: { read } }: Core,
  relationship: Relationship,
  { kind, state, purposeId, fields }: Recall,
  at: Instant,
): Promise<FieldId[]> {
  if (kind !== 'withdrawn' || state !== 'told' || relationship.endedAt !== null) return [];
  const kept = new Set<FieldId>();
  for (const { purpose, permission } of await findStandings(read, relationship, at)) {
    if (purpose.id !== purposeId) for (const field of permission.fields) kept.add(field);
  }
  return fields.filter((field) => kept.has(field));
}
