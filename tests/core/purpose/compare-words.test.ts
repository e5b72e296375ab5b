import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from '#app/core/purpose/compare-words.ts';

const texts = fc.array(fc.constantFrom('wir', 'schicken', 'Ihnen', 'eine', 'E-Mail.'), { maxLength: 12 });

test('what stays and what is new give the new text, what stays and what is gone the old one', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const [before, after] = [a.join(' '), b.join(' ')];
      const runs = compareWords(before, after);
      const text = (...kinds: string[]) =>
        runs
          .filter(({ kind }) => kinds.includes(kind))
          .map((run) => run.text.trimEnd())
          .join(' ');
      expect(text('same', 'new')).toBe(after);
      expect(text('same', 'gone')).toBe(before);
    }),
  );
});

test('equal texts are one run', () => {
  expect(compareWords('Ein Ja gilt.', 'Ein Ja gilt.')).toEqual([{ kind: 'same', text: 'Ein Ja gilt.' }]);
});

test('one word is changed', () => {
  expect(compareWords('Probefahrten in ihrer Nähe', 'Probefahrten in Ihrer Nähe')).toEqual([
    { kind: 'same', text: 'Probefahrten in ' },
    { kind: 'gone', text: 'ihrer ' },
    { kind: 'new', text: 'Ihrer ' },
    { kind: 'same', text: 'Nähe' },
  ]);
});
