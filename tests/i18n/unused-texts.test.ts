import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TEXTS } from './catalogue-texts.ts';

/** Words of the code that may be a key: written out, or with a part that is filled in. */
function keysIn(code: string): { exact: string[]; patterns: string[] } {
  const exact = [...code.matchAll(/(['"])([a-z][\w-]*(?:\.[\w-]+)+)\1/gi)].map((match) => match[2] ?? '');
  const templates = [...code.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{(?:[^{}]|\{[^{}]*\})*\})*)`/gi)];
  return { exact, patterns: templates.map((match) => match[1] ?? '') };
}

/** A part that is filled in stands for anything, also for nothing or for several steps. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.*')}$`);
}

test('every text is used somewhere', () => {
  const folder = fileURLToPath(new URL('../../app', import.meta.url));
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^i18n.catalogues/.test(path))
    .map((path) => keysIn(readFileSync(join(folder, path), 'utf8')));
  const exact = new Set(found.flatMap((file) => file.exact));
  const patterns = [...new Set(found.flatMap((file) => file.patterns))].map(patternOf);
  const unused = TEXTS.de
    .map(({ key }) => key.replace(/_(?:one|other)$/, ''))
    .filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect([...new Set(unused)]).toEqual([]);
});
