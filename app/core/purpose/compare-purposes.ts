import { createHash } from 'node:crypto';
import type { PurposeId, PurposeVersionId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { languagesOf } from '#schema/purpose.ts';
import type { OwnedFault } from '../ledger/log-fault.ts';
import type { Readers } from '../shared/storage.ts';
import type { Purpose, PurposeCard, PurposeVersion } from './purpose.ts';
import { parseCard } from './purpose-card.ts';

/** What one release said when it was entered into the log. */
export interface LoggedRelease {
  readonly index: number;
  readonly at: Instant;
  readonly company: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Purposes as they stand against their releases in the log: what is asked for,
 * the frozen texts, and until when an old scope may be used. A version that was
 * never released, or a word changed afterwards, shows. Each fault is told with
 * its purpose: a release that falls into the check is no fault.
 */
export async function comparePurposes(
  read: Pick<Readers, 'company' | 'purpose'>,
  releases: ReadonlyMap<PurposeVersionId, LoggedRelease>,
): Promise<OwnedFault<PurposeId | null>[]> {
  const faults: OwnedFault<PurposeId | null>[] = [];
  const seen = new Set<PurposeVersionId>();
  for (const company of await read.company.all()) {
    for (const { purpose } of await read.purpose.all(company.id)) {
      const versions = await read.purpose.versions(purpose.id);
      for (const version of versions) {
        seen.add(version.id);
        const owner = purpose.id;
        const at = `purpose ${company.slug}/${purpose.slug}/${version.version}`;
        const release = releases.get(version.id);
        const cards = await read.purpose.cards(version.id);
        if (release?.company !== company.id) {
          faults.push({ owner, code: 'purpose-mismatch', at, detail: 'has no release in the log' });
          continue;
        }
        const differing = differingTerms(purpose, version, versions, release, releases);
        if (differing.length > 0) {
          const detail = `${differing.join(', ')} differ from entry ${release.index}`;
          faults.push({ owner, code: 'purpose-mismatch', at, detail });
        }
        for (const detail of cardFaults(version, cards, release))
          faults.push({ owner, code: 'card-mismatch', at, detail });
      }
    }
  }
  for (const [id, { index }] of releases) {
    const fault = {
      code: 'purpose-mismatch',
      at: `entry ${index}`,
      detail: 'its version is not in the table',
    };
    if (!seen.has(id)) faults.push({ owner: null, ...fault } as OwnedFault<null>);
  }
  return faults;
}

function differingTerms(
  purpose: Purpose,
  version: PurposeVersion,
  versions: readonly PurposeVersion[],
  release: LoggedRelease,
  releases: ReadonlyMap<PurposeVersionId, LoggedRelease>,
): string[] {
  const later = versions.filter((other) => other.version > version.version);
  const ends = later.flatMap(({ id }) => releases.get(id)?.facts['old-scope-until'] ?? []).sort();
  const columns: [name: string, equal: boolean][] = [
    ['basis', purpose.basis === version.content.basis],
    ['kind', version.kind === release.facts.release],
    ['release', version.releasedAt === release.at],
    ['successor', version.supersededAt === (later[0]?.releasedAt ?? null)],
    ['end of use', version.usableUntil === (ends[0] ?? null)],
  ];
  return columns.flatMap(([name, equal]) => (equal ? [] : [name]));
}

/** The texts as frozen, by their hash; and that the version asks for what its texts say. */
function cardFaults(
  { content }: PurposeVersion,
  cards: readonly PurposeCard[],
  { index, facts }: LoggedRelease,
): string[] {
  const logged = Object.keys(facts).filter((name) => name.startsWith('card-'));
  if (logged.length !== cards.length)
    return [`${logged.length} texts were released, ${cards.length} are there`];
  return cards.flatMap(({ language, card, textHash }) => {
    const hash = createHash('sha256').update(card).digest('hex');
    if (hash !== textHash || facts[`card-${language}`] !== hash)
      return [`its ${language} text is not the one of entry ${index}`];
    const text = parseCard(card);
    const { fields, channels, topics, validityMonths, profiling, basis, storage } = content;
    const asked = { fields, channels, topics, validityMonths, profiling, basis, storage };
    const said = Object.fromEntries(Object.keys(asked).map((key) => [key, text[key as keyof typeof asked]]));
    const words = WORDS.every((name) => text[name] === textIn(content[name], language));
    const complete = languagesOf(content).includes(language);
    return canonical(asked) === canonical(said) && words && complete
      ? []
      : [`its ${language} text says something else than what is asked for`];
  });
}

const WORDS = [
  'title',
  'what',
  'benefitCustomer',
  'benefitCompany',
  'onNo',
  'legalNote',
  'retention',
] as const;

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
