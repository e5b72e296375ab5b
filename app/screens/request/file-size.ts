import type { Format } from '#app/i18n/format.ts';

/** 350 KB, 12 MB: never zero for something. */
export function fileSize(format: Format, bytes: number): string {
  return bytes < 1_000_000
    ? `${format.number(Math.max(1, Math.round(bytes / 1_000)))} KB`
    : `${format.number(Math.round(bytes / 100_000) / 10)} MB`;
}
