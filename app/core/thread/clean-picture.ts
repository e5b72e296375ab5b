import { PICTURE_MAX_BYTES, type PictureType } from '#schema/thread.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import { ThreadError } from './thread-error.ts';

/** A picture as it is kept: what it shows and nothing of where, when or with which device it was taken. */
export interface CleanPicture {
  readonly mediaType: PictureType;
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** What a reader of one format gives back; undefined when the bytes do not hold together. */
export type CleanedBytes = Omit<CleanPicture, 'mediaType'>;

/** More would only serve to fill the memory of whoever opens it. */
const MOST_PIXELS = 60_000_000;

const FORMATS: readonly {
  readonly mediaType: PictureType;
  readonly is: (bytes: Buffer) => boolean;
  readonly clean: (bytes: Buffer) => CleanedBytes | undefined;
}[] = [
  { mediaType: 'image/jpeg', is: (bytes) => bytes.readUIntBE(0, 3) === 0xffd8ff, clean: cleanJpeg },
  {
    mediaType: 'image/png',
    is: (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
    clean: cleanPng,
  },
  {
    mediaType: 'image/webp',
    is: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
    clean: cleanWebp,
  },
];

/**
 * Tells the kind by the bytes, never by the name, and keeps only the parts that
 * draw the picture: place, time, device, comments and whatever hangs behind the
 * end are left out. Nothing is decoded.
 *
 * @throws ThreadError `picture-too-large`, `picture-unknown-kind`, `picture-broken`
 */
export function cleanPicture(bytes: Buffer): CleanPicture {
  if (bytes.length > PICTURE_MAX_BYTES) throw new ThreadError('picture-too-large');
  const format = bytes.length < 16 ? undefined : FORMATS.find(({ is }) => is(bytes));
  if (!format) throw new ThreadError('picture-unknown-kind');
  const cleaned = format.clean(bytes);
  if (!cleaned || cleaned.width < 1 || cleaned.height < 1) throw new ThreadError('picture-broken');
  if (cleaned.width * cleaned.height > MOST_PIXELS) throw new ThreadError('picture-too-large');
  return { mediaType: format.mediaType, ...cleaned };
}
