import type { StaffVisit } from './visit.server.ts';

/**
 * How the company's people are called on its own pages: by name. Everybody
 * else, the privacy team included, reads the pseudonym of the record.
 *
 * @returns the word to show for a pseudonym or an id; one that belongs to nobody comes back as it is
 */
export async function readTeam({
  core,
  company,
}: Pick<StaffVisit, 'core' | 'company'>): Promise<(word: string) => string> {
  const names = new Map<string, string>();
  for (const { id, pseudonym, name } of await core.storage.read.staff.ofCompany(company.id))
    names.set(id, name).set(pseudonym, name);
  return (word) => names.get(word) ?? word;
}

/** The same for whoever is to read no names. */
export async function readPseudonyms({
  core,
  company,
}: Pick<StaffVisit, 'core' | 'company'>): Promise<(id: string) => string> {
  const team = await core.storage.read.staff.ofCompany(company.id);
  const signs = new Map<string, string>(team.map(({ id, pseudonym }) => [id, pseudonym]));
  return (id) => signs.get(id) ?? '';
}
