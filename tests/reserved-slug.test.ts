import type { RouteConfigEntry } from '@remix-run/route-config';
import { expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { ALL_PURPOSES } from '#app/screens/company/record-no.tsx';
import { ALL_COMPANIES } from '#app/screens/me/rights-view.ts';
import {
  CompanySlug,
  PurposeSlug,
  RESERVED_COMPANY_SLUGS,
  RESERVED_PURPOSE_SLUGS,
} from '#schema/reserved-slug.ts';

/** Every address of the portal as its segments. */
function addressesOf(entries: readonly RouteConfigEntry[], above: readonly string[] = []): string[][] {
  return entries.flatMap(({ path = '', children = [] }) => {
    const here = [...above, ...path.split('/').filter(Boolean)];
    return [here, ...addressesOf(children, here)];
  });
}

/** Fixed words that stand where another address has this parameter. */
function wordsBeside(parameter: string): string[] {
  const all = addressesOf(routes);
  const bare = (segment: string) => segment.replace('?', '');
  const words = all.flatMap((address) =>
    address.flatMap((segment, place) => {
      if (bare(segment) !== `:${parameter}`) return [];
      const beside = all.filter(
        (other) =>
          other.length > place &&
          address.slice(0, place).every((before, at) => other[at] === before) &&
          !other[place]?.startsWith(':'),
      );
      return beside.map((other) => other[place] ?? '');
    }),
  );
  return [...new Set(words)].sort();
}

test('no purpose can take the address of a page beside it', () => {
  const words = [...wordsBeside('purpose'), ALL_PURPOSES];
  expect(words).toContain('preview');
  expect([...RESERVED_PURPOSE_SLUGS].sort()).toEqual(words.sort());
  for (const word of words) expect(PurposeSlug.safeParse(word).success).toBe(false);
  expect(PurposeSlug.safeParse('preview-rides').success).toBe(true);
});

test('no company can take the address of a page beside it', () => {
  const words = [...wordsBeside('company'), ALL_COMPANIES];
  expect(words).toContain('confirm');
  expect([...RESERVED_COMPANY_SLUGS].sort()).toEqual(words.sort());
  for (const word of words) expect(CompanySlug.safeParse(word).success).toBe(false);
});

test('the refusal says what is in the way', () => {
  const { error } = PurposeSlug.safeParse('leave');
  expect(error?.issues[0]?.message).toBe(
    'the portal has a page "leave" of its own here: choose another word',
  );
});
