import { expect, test } from 'vitest';
import { PURPOSES } from '#app/cli/seed/content/purposes.ts';
import { isAdvertising } from '#app/core/purpose/is-advertising.ts';

const newest = (company: keyof typeof PURPOSES) =>
  PURPOSES[company].map(({ slug, versions }) => {
    const version = versions[versions.length - 1] ?? versions[0];
    return { slug, content: version.content };
  });

test.each([
  ['alpenrad', ['newsletter', 'test-rides', 'ride-advice', 'similar-products']],
  ['rheinstrom', ['energy-tips', 'compare-consumption', 'solar-advice', 'post-offers']],
  ['kornundkruste', ['birthday-bread', 'bread-news', 'tasting-panel', 'more-from-the-bakery']],
] as const)(
  'of %s, whatever reaches out to sell counts, a service that was asked for does not',
  (company, slugs) => {
    const found = newest(company).filter(({ content }) => isAdvertising(content));
    expect(found.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
  },
);

test('in doubt it is advertising; what has no choice or reaches nobody is not', () => {
  const [{ content } = { content: undefined }] = newest('alpenrad');
  if (!content) throw new Error('no purpose');
  expect(isAdvertising({ ...content, basis: 'consent', dpv: 'dpv:SomethingNew', channels: ['email'] })).toBe(
    true,
  );
  expect(isAdvertising({ ...content, basis: 'objection', dpv: 'dpv:SomethingNew', channels: [] })).toBe(true);
  expect(isAdvertising({ ...content, basis: 'consent', dpv: 'dpv:DirectMarketing', channels: [] })).toBe(
    false,
  );
  expect(isAdvertising({ ...content, basis: 'contract', dpv: 'dpv:DirectMarketing' })).toBe(false);
});
