import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Staff pages hydrate with these files: nothing in them may need a server. */
const ALLOWED = /^(\.{1,2}\/|#schema\/|react$|i18next$)/;

test('the room of words runs in a browser as well', () => {
  const room = new URL('../../app/i18n/', import.meta.url);
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const source = readFileSync(new URL(file, room), 'utf8');
    const imports = [...source.matchAll(/(?:from|import)\s+'([^']+)'/g)].map((match) => match[1] ?? '');
    expect(
      imports.filter((name) => !ALLOWED.test(name)),
      file,
    ).toEqual([]);
    expect(source, file).not.toMatch(/\bprocess\.|\brequire\(/);
  }
});
