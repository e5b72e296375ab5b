import type { CompanyId } from '#schema/ids.ts';
import type { Core } from '../shared/core.ts';
import { findPeople } from './find-people.ts';
import type { Relationship } from './relationship.ts';

/**
 * The company's relationships by what its own pages and lists say of a person:
 * the company's number, or the subject, whole or as far as pages show it. Never
 * by e-mail: an answer would tell whose address belongs to whom. A beginning
 * that fits two people names nobody.
 */
export async function findShownPerson(
  core: Pick<Core, 'storage' | 'keys'>,
  companyId: CompanyId,
  query: string,
): Promise<Relationship[]> {
  if (query.includes('@')) return [];
  const numbered = await findPeople(core, companyId, query);
  if (numbered.length > 0) return numbered;
  const start = query.trim().toLowerCase();
  if (!SUBJECT_START.test(start)) return [];
  const begun = await core.storage.read.relationship.findBySubjectStart(companyId, start);
  return begun.length === 1 ? begun : [];
}

/** As many signs as the pages show, up to all of them. */
const SUBJECT_START = /^[0-9a-f]{8,32}$/;
