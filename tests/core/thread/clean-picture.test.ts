import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from '#app/core/thread/clean-picture.ts';
import { readOrientation } from '#app/core/thread/exif-orientation.ts';
import { ThreadError } from '#app/core/thread/thread-error.ts';
import { PICTURE_MAX_BYTES } from '#schema/thread.ts';
import { chunkOf, jpegWithPlace, PNG_DOT, pngWithTexts, webpWithPlace } from '#tests/support/pictures.ts';

const refusal = (bytes: Buffer): string => {
  try {
    cleanPicture(bytes);
  } catch (error) {
    if (error instanceof ThreadError) return error.code;
    throw error;
  }
  return 'kept';
};

describe('a picture is kept without what it tells beside itself', () => {
  test.each([
    ['JPEG', jpegWithPlace(), 'image/jpeg'],
    ['PNG', pngWithTexts(), 'image/png'],
    ['WebP', webpWithPlace(), 'image/webp'],
  ])('%s: no place, no text, nothing behind the end', (_, bytes, mediaType) => {
    expect(bytes.includes('GPS')).toBe(true);
    const clean = cleanPicture(bytes);
    expect(clean.mediaType).toBe(mediaType);
    for (const trace of ['GPS', 'Photoshop', 'Author', 'adobe.com', 'XMP'])
      expect(clean.bytes.includes(trace), trace).toBe(false);
    // What is clean stays as it is.
    expect(cleanPicture(clean.bytes)).toEqual(clean);
  });

  test('what draws a JPEG stays: tables, both scans with their coded bytes, the colours', () => {
    const { bytes } = cleanPicture(jpegWithPlace());
    expect(bytes.includes('ICC_PROFILE')).toBe(true);
    expect(bytes.includes('JFIF')).toBe(true);
    const coded = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]);
    expect(bytes.indexOf(coded)).toBeGreaterThan(0);
    expect(bytes.lastIndexOf(coded)).toBeGreaterThan(bytes.indexOf(coded));
    expect(bytes.subarray(-2).toString('hex')).toBe('ffd9');
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'a JPEG that lies as in %i still does, in either order of bytes',
    (way) => {
      for (const little of [true, false]) {
        const { bytes, width, height } = cleanPicture(jpegWithPlace(way, little));
        const at = bytes.indexOf('Exif\0\0');
        expect(readOrientation(bytes.subarray(at + 6))).toBe(way);
        expect([width, height]).toEqual(way >= 5 ? [4, 8] : [8, 4]);
      }
    },
  );

  test('a PNG keeps its pixels and its colours byte by byte', () => {
    const { bytes, width, height } = cleanPicture(pngWithTexts());
    expect([width, height]).toEqual([1, 1]);
    expect(bytes.includes('sRGB')).toBe(true);
    expect(cleanPicture(PNG_DOT).bytes.equals(PNG_DOT)).toBe(true);
  });

  test('a WebP no longer announces what is gone', () => {
    const { bytes, width, height } = cleanPicture(webpWithPlace());
    expect((bytes[20] ?? 0xff) & 0x0c).toBe(0);
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect([width, height]).toEqual([3, 2]);
  });
});

describe('what is no picture is refused with the reason', () => {
  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'picture-unknown-kind'],
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'picture-unknown-kind',
    ],
    ['a GIF', Buffer.from('GIF89a0123456789'), 'picture-unknown-kind'],
    ['nothing', Buffer.alloc(0), 'picture-unknown-kind'],
    ['a JPEG that ends early', jpegWithPlace().subarray(0, 60), 'picture-broken'],
    ['a JPEG without pixels', Buffer.from('ffd8ffd90000000000000000000000000000', 'hex'), 'picture-broken'],
    ['a PNG that ends early', PNG_DOT.subarray(0, -12), 'picture-broken'],
    [
      'more bytes than allowed',
      Buffer.concat([PNG_DOT, Buffer.alloc(PICTURE_MAX_BYTES)]),
      'picture-too-large',
    ],
    ['more pixels than anybody needs', hugePng(), 'picture-too-large'],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  test('any bytes at all are kept or refused, and no other error comes', () => {
    const seeds = [jpegWithPlace(), pngWithTexts(), webpWithPlace()];
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        fc.nat(),
        (seed, changes, cut) => {
          const bytes = Buffer.from(seed);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          refusal(bytes.subarray(0, 1 + (cut % bytes.length)));
          refusal(bytes);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

function hugePng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(20_000, 0);
  header.writeUInt32BE(20_000, 4);
  return Buffer.concat([
    PNG_DOT.subarray(0, 8),
    chunkOf('IHDR', header),
    chunkOf('IDAT', Buffer.alloc(4)),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);
}
