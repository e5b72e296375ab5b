import type { FieldEntry } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import { addMonths } from '../shared/calendar.ts';

/** A value that nobody looked at for so long is asked about: still right? */
export const REVIEW_MONTHS = 12;

type Entries = Readonly<Record<string, FieldEntry | undefined>>;

/** When a value is a year old, counted from the last time the customer said it holds. Null: no reminder wanted. */
export function reviewAt(entry: FieldEntry): Instant | null {
  const since = Instant.safeParse(entry.confirmedAt ?? entry.at).data;
  return since === undefined || entry.noReminder ? null : addMonths(since, REVIEW_MONTHS);
}

/** Fields whose value is due for a look at `at`. */
export function dueFields(entries: Entries, at: Instant): string[] {
  return Object.entries(entries).flatMap(([field, entry]) => {
    const due = entry && reviewAt(entry);
    return due && due <= at ? [field] : [];
  });
}

/** The first day after `at` on which one of these values is due; null: none will be. */
export function nextReview(entries: Entries, at: Instant): Instant | null {
  const days = Object.values(entries).flatMap((entry) => {
    const due = entry && reviewAt(entry);
    return due && due > at ? [due] : [];
  });
  return days.sort()[0] ?? null;
}
