import * as z from 'zod';
import type { OwnSource } from '#app/core/export/own-source.ts';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import type { I18n } from '#app/i18n/i18n-context.tsx';
import { type BroughtEntry, ExportedDisclosure, ExportedEntry, OwnExport } from '#schema/own-export.ts';
import { customerTables, disclosureTable, entryTable } from './customer-tables.ts';
import { exportReadme } from './export-readme.ts';
import type { NamedFile } from './own-zip.ts';
import { customerPage } from './page/customer-page.tsx';
import { PAGE_LINES } from './page/part.ts';
import { textPage } from './page/text-page.tsx';

/** Up to here each proof is a file of its own, easy to hand on; a longer history has this many to a file. */
const PROOFS_TO_A_FILE = 1_000;

/** Called now and then with how many entries and looks have been written so far. */
export type OnProgress = (done: number) => Promise<void>;

/**
 * Everything about one customer, file by file, in the only order that needs
 * nothing kept in memory: what is long comes first and is counted on the way.
 */
export async function* ownFiles(
  source: OwnSource,
  i18n: I18n,
  onProgress: OnProgress = async () => {},
): AsyncGenerator<NamedFile> {
  const counts = { entries: 0, disclosures: 0, brought: 0 };
  const hashes = new Set<string>();
  const progress = () => onProgress(counts.entries + counts.disclosures);

  yield { name: 'README.txt', text: exportReadme(i18n) };

  const step = source.indices.length > PROOFS_TO_A_FILE ? PROOFS_TO_A_FILE : 1;
  for (let from = 0; from < source.indices.length; from += step) {
    const indices = source.indices.slice(from, from + step);
    const [first, last] = [indices[0], indices.at(-1)];
    yield {
      name: step === 1 ? `proofs/${first}.json` : `proofs/${first}-${last}.ndjson`,
      text: lines(source.entries(indices), ({ textHash }) => {
        counts.entries += 1;
        if (textHash) hashes.add(textHash);
      }),
    };
    await progress();
  }
  yield {
    name: 'disclosures.ndjson',
    text: lines(source.disclosures(), async () => {
      counts.disclosures += 1;
      if (counts.disclosures % PROOFS_TO_A_FILE === 0) await progress();
    }),
  };
  yield {
    name: 'brought/entries.ndjson',
    text: lines<BroughtEntry>(source.brought(), () => {
      counts.brought += 1;
    }),
  };
  for await (const { textHash, card } of source.broughtTexts())
    yield { name: `brought/texts/${textHash}.json`, text: card };

  for await (const { name, bytes } of source.attachments()) yield { name, text: '', bytes };

  yield { name: 'tables/events.csv', text: entryTable(source.entries(source.indices, false)) };
  yield { name: 'tables/disclosures.csv', text: disclosureTable(source.disclosures()) };

  const texts = await source.texts(hashes);
  const data = await source.account({ texts, counts });
  for (const { name, csv } of customerTables(data)) yield { name: `tables/${name}.csv`, text: csv };
  for (const { textHash, card, releasedAt } of texts) {
    // The name of each text is the SHA-256 of its bytes: whoever has the file can check it.
    yield { name: `texts/${textHash}.json`, text: card };
    yield { name: `texts/${textHash}.html`, text: textPage(parseCard(card), releasedAt, i18n.locale) };
  }
  yield { name: 'driverseat-export.json', text: json(data) };
  yield { name: 'driverseat-export.schema.json', text: json(z.toJSONSchema(OwnExport)) };
  yield { name: 'proofs.schema.json', text: json(z.toJSONSchema(ExportedEntry)) };
  yield { name: 'disclosures.schema.json', text: json(z.toJSONSchema(ExportedDisclosure)) };
  yield { name: 'log/key.txt', text: `${data.log.key}\n` };
  if (data.log.checkpoint) yield { name: 'log/checkpoint.txt', text: data.log.checkpoint };
  const newest = {
    entries: await taken(source.entries(source.indices.slice(-PAGE_LINES), false), PAGE_LINES),
    disclosures: await taken(source.disclosures(), PAGE_LINES),
    brought: await taken(source.brought(), PAGE_LINES),
    proofFiles: step === 1,
  };
  yield { name: 'index.html', text: customerPage(data, newest, i18n) };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function* lines<T>(items: AsyncIterable<T>, note: (item: T) => unknown): AsyncGenerator<string> {
  for await (const item of items) {
    await note(item);
    yield `${JSON.stringify(item)}\n`;
  }
}

async function taken<T>(items: AsyncIterable<T>, most: number): Promise<T[]> {
  const some: T[] = [];
  for await (const item of items) {
    some.push(item);
    if (some.length === most) break;
  }
  return some;
}
