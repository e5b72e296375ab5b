import { describe, expect, test } from 'vitest';
import { ImportError } from '#app/core/import/import-error.ts';
import { checkOwnZip } from '#app/files/check-own-zip.ts';
import { openZip } from '#app/files/open-zip.ts';
import {
  manifestFor,
  openedFile,
  packZip,
  renameInZip,
  withManifest,
  type ZipContent,
} from '#tests/support/own-zip-files.ts';

const DATA = {
  format: 'driverseat/export/v2',
  exportedAt: '2026-03-02T09:00:00.000Z',
  log: { origin: 'other.example/log' },
  profile: [{ field: 'given-name', value: 'Anna' }],
  companies: [],
  preferences: [],
};
const OWN = { origin: 'test.example/log', key: 'key' };

const files = (change: object = {}, more: readonly (readonly [string, string])[] = []): ZipContent =>
  new Map([['driverseat-export.json', JSON.stringify({ ...DATA, ...change })], ...more]);

/** What the file is refused with; `taken` when it is not. */
async function verdict(bytes: Buffer): Promise<string> {
  try {
    await checkOwnZip(await openZip(openedFile(bytes)), OWN);
    return 'taken';
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const { file } = error.details;
    return file === undefined ? error.code : `${error.code} ${file}`;
  }
}

const whole = await packZip(withManifest(files()));

test('a plain honest file is taken', async () => {
  expect(await verdict(whole)).toBe('taken');
});

describe('what is no ZIP', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('this is no zip')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, ...new Array<number>(200).fill(7)])],
    ['the first half', whole.subarray(0, whole.length / 2)],
    ['a whole one with its end cut off', whole.subarray(0, whole.length - 30)],
    [
      'a directory that points nowhere',
      (() => {
        const bytes = Buffer.from(whole);
        bytes.writeUInt32LE(0x7fff_0000, bytes.length - 6);
        return bytes;
      })(),
    ],
  ])('%s', async (_, bytes) => {
    expect(await verdict(bytes)).toBe('not-zip');
  });

  test('every cut of a whole one is refused', async () => {
    for (let length = 0; length < whole.length; length += 97)
      expect(await verdict(whole.subarray(0, length)), `cut at ${length}`).not.toBe('taken');
  });
});

describe('bombs', () => {
  test('much from little', async () => {
    expect(await verdict(await packZip([['a.txt', Buffer.alloc(40 * 1024 * 1024)]]))).toBe('bomb a.txt');
  });

  test('more files than any export has', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => [`f/${index}.txt`, ''] as const);
    expect(await verdict(await packZip(many, { compress: false }))).toBe('bomb');
  });

  test('more in all than is ever unpacked, each file alone within its bounds', async () => {
    const bytes = await packZip(
      [
        ['a.txt', 'a'],
        ['b.txt', 'b'],
      ],
      { compress: false },
    );
    const lying = Buffer.from(bytes);
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4)) {
      lying.writeUInt16LE(8, at + 10);
      lying.writeUInt32LE(400 * 1024 * 1024, at + 20);
      lying.writeUInt32LE(400 * 1024 * 1024, at + 24);
    }
    expect(await verdict(lying)).toMatch(/^bomb/);
  });

  test('a directory that says less than there is', async () => {
    const long = await packZip(withManifest(files({}, [['a.txt', 'x'.repeat(5_000)]])));
    const at = long.lastIndexOf('a.txt') - 46;
    expect(long.toString('latin1', at, at + 4)).toBe('PK\u0001\u0002');
    const lying = Buffer.from(long);
    lying.writeUInt32LE(10, at + 24);
    expect(await verdict(lying)).toBe('malformed a.txt');
  });
});

describe('names that lead elsewhere', () => {
  test.each([
    ['upwards', '../evil.txt'],
    ['upwards in the middle', 'a/../../b.t'],
    ['absolute', '/etc/passwd'],
    ['a backslash', '..\\evil.txt'],
    ['a drive', 'C:/evil.txt'],
    ['a hidden file', '.ssh/config'],
    ['a folder', 'folder/aaaa/'],
    ['a control character', 'evil\u0000.txtx'],
    ['an empty part', 'aa//evil.tx'],
  ])('%s', async (_, name) => {
    const harmless = 'q'.repeat(name.length);
    const bytes = await packZip([[harmless, 'x'], ...withManifest(files())]);
    expect(await verdict(renameInZip(bytes, harmless, name))).toBe('path');
  });

  test('a link to another file', async () => {
    expect(await verdict(await packZip([['link', '/etc/passwd']], { mode: 0o120_777 }))).toBe('link link');
  });

  test('a device', async () => {
    expect(await verdict(await packZip([['null', '']], { mode: 0o020_666 }))).toBe('link null');
  });

  test('one name twice, also when only capitals differ', async () => {
    const two = await packZip([
      ['aaaa.txt', '1'],
      ['bbbb.txt', '2'],
    ]);
    expect(await verdict(renameInZip(two, 'bbbb.txt', 'aaaa.txt'))).toBe('duplicate aaaa.txt');
    expect(await verdict(renameInZip(two, 'bbbb.txt', 'AAAA.txt'))).toBe('duplicate AAAA.txt');
  });

  test('a password', async () => {
    const locked = Buffer.from(whole);
    const at = locked.indexOf('PK\u0001\u0002');
    locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8);
    expect(await verdict(locked)).toMatch(/^encrypted /);
  });
});

describe('a manifest that does not fit', () => {
  const packed = (content: ZipContent, manifest: string) =>
    packZip(new Map([...content, ['manifest.json', manifest]]));

  test('missing', async () => {
    expect(await verdict(await packZip(files()))).toBe('no-manifest');
  });

  test.each([
    ['no JSON', '{'],
    ['another thing', '{"format":"driverseat/manifest/v2"}'],
    ['a list', '[]'],
  ])('%s', async (_, manifest) => {
    expect(await verdict(await packed(files(), manifest))).toMatch(/^no-manifest/);
  });

  test('of another version', async () => {
    const manifest = manifestFor(files(), { format: 'driverseat/manifest/v3', newThing: true, files: {} });
    expect(await verdict(await packed(files(), manifest))).toBe('newer-version');
    for (const [format, said] of [
      ['driverseat/manifest/v1', 'older-version'],
      ['driverseat/manifest/draft', 'unknown-version'],
    ] as const)
      expect(await verdict(await packed(files(), manifestFor(files(), { format })))).toBe(said);
  });

  test('a changed file', async () => {
    const changed = files({ profile: [{ field: 'given-name', value: 'Eva' }] });
    expect(await verdict(await packed(changed, manifestFor(files())))).toBe(
      'wrong-hash driverseat-export.json',
    );
  });

  test('a changed sum of all', async () => {
    const manifest = manifestFor(files(), { filesSha256: '0'.repeat(64) });
    expect(await verdict(await packed(files(), manifest))).toBe('wrong-hash manifest.json');
  });

  test('a file too few, a file too many', async () => {
    const two = files({}, [['a.txt', 'x']]);
    expect(await verdict(await packed(files(), manifestFor(two)))).toBe('missing-file a.txt');
    expect(await verdict(await packed(two, manifestFor(files())))).toBe('extra-file a.txt');
  });
});

describe('content that says something else', () => {
  const verdictOf = async (change: object, more: readonly (readonly [string, string])[] = []) =>
    verdict(await packZip(withManifest(files(change, more))));

  test('an earlier and a later version', async () => {
    expect(await verdictOf({ format: 'driverseat/export/v1', log: undefined })).toBe('older-version');
    expect(await verdictOf({ format: 'driverseat/export/v3', profile: 'elsewhere' })).toBe('newer-version');
    expect(await verdictOf({ format: 'driverseat/export/x' })).toBe('unknown-version');
  });

  test('no data at all, or of another shape', async () => {
    expect(await verdict(await packZip(withManifest(new Map([['a.txt', 'x']]))))).toBe(
      'missing-file driverseat-export.json',
    );
    expect(await verdictOf({ profile: [{ field: 'x', value: { deep: true } }] })).toBe(
      'malformed driverseat-export.json',
    );
    expect(await verdictOf({ profile: [{ field: 'x', value: 'y'.repeat(201) }] })).toBe(
      'malformed driverseat-export.json',
    );
  });

  test('a proof that is none', async () => {
    expect(await verdictOf({}, [['proofs/1.json', '{"index":1}\n']])).toBe('malformed proofs/1.json');
    expect(await verdictOf({}, [['proofs/1.json', 'x\n']])).toBe('malformed proofs/1.json');
    expect(await verdictOf({}, [['proofs/1.json', `"${'x'.repeat(300_000)}"`]])).toBe(
      'malformed proofs/1.json',
    );
  });

  test('bytes that are no text', async () => {
    const bad = new Map<string, Buffer | string>([
      ...files(),
      ['proofs/1.json', Buffer.from([0xff, 0xfe, 0x0a])],
    ]);
    expect(await verdict(await packZip(withManifest(bad)))).toBe('malformed proofs/1.json');
  });

  test('members named like parts of the language change nothing', async () => {
    const text = JSON.stringify(DATA).replace('{', '{"__proto__":{"polluted":true},"constructor":1,');
    expect(await verdict(await packZip(withManifest(new Map([['driverseat-export.json', text]]))))).toBe(
      'taken',
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
