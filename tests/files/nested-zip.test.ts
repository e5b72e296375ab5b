import { expect, test } from 'vitest';
import { checkOwnZip } from '#app/files/check-own-zip.ts';
import { openZip } from '#app/files/open-zip.ts';
import { openedFile, packZip, withManifest } from '#tests/support/own-zip-files.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const data = (preferences: string) =>
  '{"format":"driverseat/export/v2","exportedAt":"2026-03-02T09:00:00.000Z","log":{"origin":"o"},' +
  `"profile":[],"companies":[],"preferences":${preferences}}`;
const entry = (record: string) =>
  '{"format":"driverseat/entry/v1","log":{"origin":"o","key":"k","checkpoint":null},"index":1,' +
  '"at":"2026-03-02T09:00:00.000Z","kind":"x","company":null,"purpose":null,"method":null,"textHash":null,' +
  `"record":{"a":${record}},"proof":{"salt":"","leafHash":"","treeSize":null,"hashes":[]}}\n`;

async function check(preferences: string, record: string) {
  const files = withManifest(
    new Map([
      ['driverseat-export.json', data(preferences)],
      ['proofs/1.json', entry(record)],
    ]),
  );
  return checkOwnZip(await openZip(openedFile(await packZip(files))), { origin: 'own', key: 'key' });
}

test('lists in lists, as far as any honest file has them', async () => {
  expect((await check('[]', nested(20))).entries.count).toBe(1);
});

test.each([100, 3_000, 120_000])('%i lists in each other: refused, and nothing breaks', async (depth) => {
  await expect(check('[]', nested(depth))).rejects.toMatchObject({
    code: 'malformed',
    details: { file: 'proofs/1.json' },
  });
  await expect(check(`[{"company":null,"x":${nested(depth)}}]`, '1')).rejects.toMatchObject({
    code: 'malformed',
    details: { file: 'driverseat-export.json' },
  });
});
