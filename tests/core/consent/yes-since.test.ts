import { describe, expect, test } from 'vitest';
import { yesSince } from '#app/core/consent/yes-since.ts';
import type { PurposeVersionId } from '#schema/ids.ts';
import { instantOf } from '#schema/instant.ts';
import type { LedgerKind } from '#schema/ledger.ts';

const DAY = 86_400_000;
const day = (number: number) => instantOf(Date.UTC(2026, 0, 1) + number * DAY);
const id = (name: string) => name as PurposeVersionId;
const VERSIONS = [
  { id: id('first'), kind: 'first' },
  { id: id('mended'), kind: 'correction' },
  { id: id('other'), kind: 'change' },
] as const;

/** Entries a day apart, `kind` or `kind version`. */
const since = (...said: readonly string[]) =>
  yesSince(
    said.map((one, index) => {
      const [kind, version] = one.split(' ');
      return { kind: kind as LedgerKind, at: day(index), versionId: id(version ?? 'first') };
    }),
    VERSIONS,
  );

describe('a yes has held since', () => {
  test.each([
    ['nothing was said', [], null],
    ['its beginning', ['granted'], 0],
    ['its beginning, whatever was changed since', ['granted', 'changed', 'changed'], 0],
    ['a change that was undone moves nothing either', ['granted', 'changed', 'undone'], 0],
    ['a break, undone, is none', ['granted', 'withdrawn', 'undone'], 0],
    ['the new yes after a no', ['granted', 'withdrawn', 'granted', 'changed'], 2],
    ['the new yes after its term', ['granted', 'expired', 'granted'], 2],
    ['the new yes where nobody wrote the end down', ['granted', 'granted'], 1],
    ['the confirmation of its address', ['pending', 'granted'], 1],
    ['the yes to the words before they were mended', ['granted', 'granted mended', 'changed mended'], 0],
    ['the yes to another text', ['granted', 'granted other'], 1],
    ['no more, after a no', ['granted', 'withdrawn'], null],
    ['looks and wishes are no word', ['granted', 'disclosure', 'preference'], 0],
  ] as const)('%s', (_, said, right) => {
    expect(since(...said)).toBe(right === null ? null : day(right));
  });
});
