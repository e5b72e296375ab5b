import { expect, test } from 'vitest';
import { splitBuild } from '#app/http/split-build.ts';
import { loadRemixBuild } from '#tests/support/remix-build.ts';

test('every route stands in the part that answers its path, and in no other; the answer for what is no page in all', async () => {
  const build = await loadRemixBuild();
  const partOf = splitBuild(build);
  const parts = ['/me', '/company', '/officer', '/'].map(partOf);
  expect(new Set(parts).size).toBe(4);
  for (const [id, { path = '' }] of Object.entries(build.routes)) {
    const holders = parts.filter(({ routes }) => routes[id]);
    if (id === 'root' || path === '*') expect(holders).toEqual(parts);
    else expect(holders, id).toEqual([partOf(`/${path.replaceAll(/:(\w+)\??/g, '$1')}`)]);
    for (const { assets } of holders) expect(assets.routes[id]).toBe(build.assets.routes[id]);
  }
});

test('an address is found however it is spelled, and an unknown one in the rest', async () => {
  const partOf = splitBuild(await loadRemixBuild());
  expect(partOf('/ME/profile')).toBe(partOf('/me'));
  expect(partOf('//officer/log')).toBe(partOf('/officer'));
  expect(partOf('/meadow')).toBe(partOf('/'));
  expect(partOf('/company-files')).toBe(partOf('/imprint'));
});
