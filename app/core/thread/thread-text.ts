import { TEXT_MAX, TITLE_MAX } from '#schema/thread.ts';
import { ThreadError } from './thread-error.ts';

/** One line. @throws ThreadError `title-missing`, `title-too-long` */
export function parseTitle(raw: string): string {
  const title = raw
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (title === '') throw new ThreadError('title-missing');
  if (title.length > TITLE_MAX) throw new ThreadError('title-too-long');
  return title;
}

/** Lines stay, other control characters go. @throws ThreadError `text-missing`, `text-too-long` */
export function parseText(raw: string, max: number = TEXT_MAX): string {
  const text = raw
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
  if (text === '') throw new ThreadError('text-missing');
  if (text.length > max) throw new ThreadError('text-too-long');
  return text;
}

/**
 * A day from today on, or null for an empty field.
 *
 * @param today `YYYY-MM-DD`
 * @throws ThreadError `date-unknown`, `date-past`
 */
export function parseWishedDay(raw: string, today: string): string | null {
  if (raw.trim() === '') return null;
  const day = parseDay(raw);
  if (day === undefined) throw new ThreadError('date-unknown');
  if (day < today) throw new ThreadError('date-past');
  return day;
}

/** A day of the calendar as the browser sends it, `YYYY-MM-DD`. */
export function parseDay(raw: string): string | undefined {
  const day = raw.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? undefined : day;
}
