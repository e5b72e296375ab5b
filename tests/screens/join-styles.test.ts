import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inputsOf } from '#app/core/relationship/check-join.ts';
import { CATALOGUE_FIELDS } from '#schema/field.ts';

const styles = readFileSync(new URL('../../app/screens/join/join.css', import.meta.url), 'utf8').replaceAll(
  /\s+/g,
  ' ',
);

test('every input of the catalogue comes up with a yes that needs it and with a tick that offers it', () => {
  for (const field of CATALOGUE_FIELDS) {
    for (const input of inputsOf([field])) {
      const rule = styles.split(/,(?= \.join-form)|\{/).find((selector) => {
        const [condition = ''] = selector.split(/\)\s*\.join-value-/);
        return selector.trim().endsWith(`.join-value-${input}`) && condition.includes(`.needs-${field} `);
      });
      expect(rule, `${field} -> ${input}`).toContain(`[value="${field}"]:checked`);
    }
  }
});

test('what nothing asks for stays hidden only where the browser can bring it up', () => {
  expect(styles.indexOf('display: none')).toBeGreaterThan(styles.indexOf('@supports selector(:has(*))'));
});
