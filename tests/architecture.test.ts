import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSource, readSourceFiles } from '#tests/support/source-files.ts';
import { findBreaches, findCycles } from '#tests/support/walls.ts';

/** Past 250 lines a file explains itself here, with the date; past 400 it is split. */
const longFiles: Readonly<Record<string, string>> = {
  'schema/field.ts': '2026-11-21: the field catalogue, one entry a field; a list reads best in one piece',
  'app/ui/shell.css': '2026-11-21: the frame of every page with its phone menu',
  'tests/db/every-read.ts': '2026-11-22: one line for each way of reading, so that none is missed',
  'tests/rules.test.ts': '2026-11-22: the 27 rules with the tests that hold them, one table',
};

const files = readSourceFiles();
const product = files.filter(({ path }) => !path.startsWith('tests/'));
const paths = new Set(files.map(({ path }) => path));

test('the walls stand: nobody imports what is not theirs', () => {
  expect(files.flatMap(findBreaches)).toEqual([]);
});

test('the rooms of the core hold no import cycle', () => {
  expect(findCycles(files.filter(({ path }) => path.startsWith('app/core/')))).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  expect(files.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test('a file longer than 250 lines says why, and the list holds no others', () => {
  // Catalogues are lists of words; 400 lines still split them by area.
  const written = files.filter(({ path }) => !path.startsWith('app/i18n/catalogues/'));
  const long = written.filter(({ lines }) => lines > 250).map(({ path }) => path);
  expect(long.sort()).toEqual(Object.keys(longFiles).sort());
  for (const reason of Object.values(longFiles)) expect(reason).toMatch(/^\d{4}-\d\d-\d\d: .{20,}/);
});

test('imports name the file with its ending, and stay relative only within their folder', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ isPackage, specifier, target }) => {
        if (isPackage) return false;
        const ending = /\.(?:tsx?|css|mjs|js|json|svg)(?:\?\w+)?$/.test(specifier);
        const leaves = specifier.startsWith('.') && target.split('/')[0] !== path.split('/')[0];
        const ownAlias = specifier.startsWith('#') && !/^#(?:app|db|schema|tests)\//.test(specifier);
        const tool = path.startsWith('tests/') && /^(?:remix\.config\.js|scripts\/)/.test(target);
        return !ending || (leaves && !tool) || ownAlias;
      })
      .map(({ specifier }) => `${path}: ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test('every imported file exists', () => {
  const missing = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ isPackage, target }) => !isPackage && !paths.has(target) && !existsSync(target))
      .map(({ specifier }) => `${path}: ${specifier}`),
  );
  expect(missing).toEqual([]);
});

test('only the configuration reads the environment', () => {
  const readers = product.filter(({ code }) =>
    /\bprocess\s*\.\s*env\b|\benv\b.*from 'node:process'/.test(code),
  );
  expect(readers.map(({ path }) => path)).toEqual(['app/config.server.ts']);
});

test('one file of app/auth imports lucia', () => {
  const users = product.filter(({ imports }) => imports.some(({ target }) => target === 'lucia'));
  expect(users.map(({ path }) => path)).toHaveLength(1);
});

test('decryption is one file, opened through the five doors alone', () => {
  const opening = 'app/core/vault/open.ts';
  expect(paths).toContain(opening);
  const users = product.filter(({ imports }) => imports.some(({ target }) => target === opening));
  for (const { path } of users) expect(path).toMatch(/^app\/core\/vault\/doors\/[\w-]+\.ts$/);
  const ciphers = product.filter(({ code }) => /\bcreateDecipheriv\b/.test(code)).map(({ path }) => path);
  // Keys are unwrapped in one other place, which never sees a value.
  expect(ciphers.sort()).toEqual(['app/core/vault/key-encryption.ts', opening]);
});

test('names of files are lowercase words with dashes', () => {
  expect([...paths].filter((path) => !/^(?:[\w$.-]+\/)*[a-z0-9$._-]+$/.test(path))).toEqual([]);
});

test('the framework alone asks for default exports', () => {
  const allowed =
    /^(?:app\/(?:root|entry\.server)\.tsx|app\/routes(?:\.ts$|\/)|tests\/support\/[\w-]+-setup\.ts$)/;
  const others = files.filter(({ path, code }) => /^export default\b/m.test(code) && !allowed.test(path));
  expect(others.map(({ path }) => path)).toEqual([]);
});

test.each([
  ['schema/x.ts', "import { a } from '#app/core/consent/consent.ts'"],
  ['app/core/consent/x.ts', "import { Kysely } from 'kysely'"],
  ['app/core/consent/x.ts', "import type { Kysely } from 'kysely'"],
  ['app/core/consent/x.ts', "import { readFile } from 'node:fs'"],
  ['app/core/consent/x.ts', "import { a } from '#db/open-db.ts'"],
  ['app/core/consent/x.ts', "import { a } from '../vault/open.ts'"],
  ['app/core/vault/x.ts', "import { a } from './open.ts'"],
  ['app/core/consent/x.ts', "const a = await import('#app/core/vault/open.ts')"],
  ['app/routes/me/home.tsx', "import { a } from '#db/open-db.ts'"],
  ['app/routes/me/home.tsx', "export { a } from '#db/open-db.ts'"],
  ['app/screens/me/home.tsx', "import { a } from '#app/http/x.server.ts'"],
  ['app/screens/me/home.tsx', "import { a } from '#app/core/consent/consent.ts'"],
  ['app/ui/button.tsx', "import { Field } from '#schema/field.ts'"],
  ['app/jobs/x.ts', "import { redirect } from '@remix-run/node'"],
  ['app/routes/me/home.tsx', "import { Lucia } from 'lucia'"],
  ['app/mail/x.ts', "import pg from 'pg'"],
  ['db/x.ts', "import { a } from '#app/auth/session.ts'"],
])('a breach in %s is found: %s', (path, text) => {
  expect(findBreaches({ path, ...parseSource(path, text) })).not.toEqual([]);
});

test.each([
  ['app/screens/me/home.tsx', "import type { Consent } from '#app/core/consent/consent.ts'"],
  ['app/core/vault/doors/read-own.ts', "import { open } from '../open.ts'"],
  ['app/routes/me/home.tsx', "import { redirect } from '@remix-run/node'"],
  ['db/stores/x.ts', "import { sql } from 'kysely'"],
])('what is allowed in %s is no breach: %s', (path, text) => {
  expect(findBreaches({ path, ...parseSource(path, text) })).toEqual([]);
});

test('a cycle is found, one of types alone is none', () => {
  const file = (path: string, text: string) => ({ path, ...parseSource(path, text) });
  const a = file('app/core/a/a.ts', "import { b } from '../b/b.ts'");
  const b = file('app/core/b/b.ts', "import { a } from '../a/a.ts'");
  expect(findCycles([a, b])).toEqual([['app/core/a/a.ts', 'app/core/b/b.ts', 'app/core/a/a.ts']]);
  expect(findCycles([a, file('app/core/b/b.ts', "import type { A } from '../a/a.ts'")])).toEqual([]);
});
