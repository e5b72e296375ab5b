/** Small pictures, made by hand: every byte of them is known. */

/** One red dot. */
export const PNG_DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export function chunkOf(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  // Nobody checks sums here: what is kept is kept byte by byte.
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

/** The dot with texts in front of its pixels and something hanging behind its end. */
export function pngWithTexts(): Buffer {
  const end = PNG_DOT.length - 12;
  const header = 8 + 25;
  return Buffer.concat([
    PNG_DOT.subarray(0, header),
    chunkOf('tEXt', Buffer.from('Author\0Clara GPS 47.5')),
    chunkOf('eXIf', Buffer.from('MM\0*GPS')),
    chunkOf('sRGB', Buffer.from([0])),
    PNG_DOT.subarray(header, end),
    PNG_DOT.subarray(end),
    Buffer.from('GPS behind the end'),
  ]);
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A TIFF block with which way is up and a note where it was taken. */
function exif(orientation: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  for (const [entry, [tag, value]] of [
    [0x8825, 26],
    [0x0112, orientation],
  ].entries()) {
    const at = 10 + entry * 12;
    short(tag ?? 0, at);
    short(3, at + 2);
    long(1, at + 4);
    short(value ?? 0, at + 8);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 47.5 N 9.7 E')]);
}

/** 8 by 4 pixels in name only: nobody decodes it. Two scans, a stuffed byte and a restart in the coded data. */
export function jpegWithPlace(orientation = 6, little = true): Buffer {
  const frame = Buffer.from([8, 0, 4, 0, 8, 1, 1, 0x11, 0]);
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif(orientation, little)),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:GPS/>')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours')),
    segment(0xe2, Buffer.from('MPF\0GPS')),
    segment(0xed, Buffer.from('Photoshop 3.0\0GPS')),
    segment(0xfe, Buffer.from('GPS comment')),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20)),
    scan,
    scan,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('GPS behind the end'),
  ]);
}

/** 3 by 2 pixels in name only, with a place before and behind them. */
export function webpWithPlace(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  };
  const canvas = Buffer.from([0x0c, 0, 0, 0, 2, 0, 0, 1, 0, 0]);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', canvas),
    chunk('EXIF', Buffer.from('GPS 47.5')),
    chunk('VP8L', Buffer.from([0x2f, 2, 0x40, 0, 0, 9])),
    chunk('XMP ', Buffer.from('<x:GPS/>')),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.from('GPS behind')]);
}
