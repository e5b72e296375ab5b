import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import * as z from 'zod';
import type { I18n } from '#app/i18n/i18n-context.tsx';
import { OwnExport } from '#schema/own-export.ts';
import { customerPage } from './customer-page.tsx';
import { customerTables } from './customer-tables.ts';

interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The list of all other files, with what shows that none was changed on the way. */
export interface Manifest {
  readonly format: 'driverseat/manifest/v1';
  readonly exportedAt: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

/**
 * Everything about one customer as one ZIP: JSON with its schema, CSV tables,
 * a page to read offline, the texts byte for byte, the signed head of the log,
 * and a manifest. The data are held in memory: one person's life here is small.
 */
export function customerZip(data: OwnExport, i18n: I18n): Readable {
  const files = customerFiles(data, i18n);
  const zip = new yazl.ZipFile();
  const mtime = new Date(data.exportedAt);
  for (const { name, bytes } of [...files, manifestOf(data, files)]) zip.addBuffer(bytes, name, { mtime });
  zip.end();
  return zip.outputStream as Readable;
}

function customerFiles(data: OwnExport, i18n: I18n): NamedFile[] {
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
  return [
    { name: 'index.html', bytes: Buffer.from(customerPage(data, i18n), 'utf8') },
    { name: 'driverseat-export.json', bytes: json(data) },
    { name: 'driverseat-export.schema.json', bytes: json(z.toJSONSchema(OwnExport)) },
    ...customerTables(data).map(({ name, csv }) => ({
      name: `tables/${name}.csv`,
      bytes: Buffer.from(csv, 'utf8'),
    })),
    // The name of each text is the SHA-256 of its bytes: whoever has the file can check it.
    ...data.texts.map(({ textHash, card }) => ({
      name: `texts/${textHash}.json`,
      bytes: Buffer.from(card, 'utf8'),
    })),
    ...(data.checkpoint ? [{ name: 'log/checkpoint.txt', bytes: Buffer.from(data.checkpoint, 'utf8') }] : []),
  ];
}

function manifestOf({ exportedAt }: OwnExport, files: readonly NamedFile[]): NamedFile {
  const manifest: Manifest = {
    format: 'driverseat/manifest/v1',
    exportedAt,
    files: files.map(({ name, bytes }) => ({
      name,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  return { name: 'manifest.json', bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8') };
}
