import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoticeContent } from '#schema/company.ts';
import { Language } from '#schema/language.ts';

/** `file`: where the operator mends it. */
export type Imprint =
  | { readonly state: 'set'; readonly content: NoticeContent }
  | { readonly state: 'missing' | 'broken'; readonly file: string };

/**
 * Who runs the portal, from `imprint.<language>.json` in DATA_DIR; in the other
 * language where this one is missing. Read anew each time, so that the operator
 * sees a change at once.
 */
export async function readImprint(dataDir: string, language: Language): Promise<Imprint> {
  const own = await readOne(dataDir, language);
  if (own.state !== 'missing') return own;
  for (const other of Language.options) {
    const found = await readOne(dataDir, other);
    if (found.state === 'set') return found;
  }
  return own;
}

async function readOne(dataDir: string, language: Language): Promise<Imprint> {
  const file = `imprint.${language}.json`;
  try {
    const content = NoticeContent.safeParse(JSON.parse(await readFile(join(dataDir, file), 'utf8')));
    return content.success ? { state: 'set', content: content.data } : { state: 'broken', file };
  } catch (error) {
    if (error instanceof SyntaxError) return { state: 'broken', file };
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'missing', file };
    throw error;
  }
}
