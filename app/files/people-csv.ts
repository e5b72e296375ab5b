import type { DisclosedPerson } from '#app/core/vault/doors/disclose-to-company.ts';
import type { FieldId, FieldValue } from '#schema/field.ts';
import { CSV_START, csvLine } from './csv.ts';

/**
 * The first line, fixed ids rather than words, after a byte order mark: who
 * opens a CSV by a double click opens it in a spreadsheet, and that reads
 * umlauts only with the mark. Programs take NDJSON, which has none.
 */
export function peopleCsvHead(fields: readonly FieldId[]): string {
  return CSV_START + csvLine(['subject', 'permitted-since', 'channels', ...fields]);
}

/** A line for each person. What is not permitted, and what was never entered, is an empty cell. */
export function peopleCsv(fields: readonly FieldId[], people: readonly DisclosedPerson[]): string {
  return people
    .map(({ subject, since, channels, values }) =>
      csvLine([subject, since, channels.join('; '), ...fields.map((field) => textOf(values[field]))]),
    )
    .join('');
}

function textOf(value: FieldValue | undefined): string | undefined {
  return typeof value === 'object' ? value.join('; ') : value;
}
