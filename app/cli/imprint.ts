import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from '#schema/language.ts';
import { IMPRINT } from './seed/content/imprint.ts';

/** The demo's imprint, where a real operator puts the own one: `imprint.<language>.json` in DATA_DIR. */
export function writeImprint(dataDir: string): void {
  for (const language of Language.options) {
    writeFileSync(
      join(dataDir, `imprint.${language}.json`),
      `${JSON.stringify(IMPRINT[language], null, 2)}\n`,
    );
  }
}
