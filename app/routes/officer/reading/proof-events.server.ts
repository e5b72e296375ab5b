import { isConsentRecord } from '#app/core/ledger/fold-log.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import type { OpenedEntry } from '#app/core/vault/doors/open-evidence.ts';
import type { ProofEvent, ProofText, ProofView } from '#app/screens/officer/proof-view.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { LocalizedText } from '#schema/language.ts';
import type { OfficerVisit } from './visit.server.ts';

type Parts = Pick<ProofView, 'events' | 'texts' | 'evidence' | 'others'>;

/** The decisions of a chain, oldest first; texts and evidence once each, numbered, because most are cited often. */
export async function proofEvents(
  { core }: OfficerVisit,
  chain: readonly OpenedEntry[],
  titles: ReadonlyMap<PurposeId, LocalizedText>,
  withTexts: boolean,
): Promise<Parts> {
  const { purpose } = core.storage.read;
  const texts = new Map<string, ProofText>();
  const evidence = new Map<string, ProofView['evidence'][number]>();
  const events: ProofEvent[] = [];
  const others: { index: number; at: ProofEvent['at']; kind: ProofEvent['kind'] }[] = [];

  async function textNumber(hash: string | null, title: LocalizedText): Promise<number | null> {
    if (hash === null) return null;
    const known = texts.get(hash);
    if (known) return known.number;
    const card = await purpose.cardByHash(hash);
    const version = card && (await purpose.version(card.versionId));
    if (!card || !version) return null;
    const number = texts.size + 1;
    const { language, textHash } = card;
    const { version: which, releasedAt } = version;
    const words = withTexts ? parseCard(card.card) : null;
    texts.set(hash, { number, title, version: which, language, releasedAt, textHash, card: words });
    return number;
  }

  function evidenceNumber(name: string, value: string): number {
    const key = `${name}\n${value}`;
    const known = evidence.get(key) ?? { number: evidence.size + 1, name, value };
    evidence.set(key, known);
    return known.number;
  }

  for (const { entry, record } of chain) {
    const { index, at, kind } = entry;
    if (!isConsentRecord(record)) {
      others.push({ index, at, kind });
      continue;
    }
    const title = titles.get(record.purpose as PurposeId) ?? { de: record.purpose };
    const { version, standing, method, actor, source, gpc } = record;
    events.push({
      index,
      at,
      kind,
      title,
      version,
      standing,
      method,
      actor,
      source,
      gpc,
      text: await textNumber(record.textHash, title),
      evidence: Object.entries(record.evidence).map(([name, value]) => evidenceNumber(name, value)),
    });
  }
  return { events, others, texts: [...texts.values()], evidence: [...evidence.values()] };
}
