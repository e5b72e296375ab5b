/** A byte order mark: without it spreadsheets read UTF-8 as an older code, and "Müller" breaks. */
export const CSV_START = '\uFEFF';

/**
 * What a spreadsheet would run as a formula: a first character out of = + - @
 * (also full-width), behind white space or invisible marks as well; TAB, CR
 * and LF, because importers split there.
 */
const FORMULA = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Makes a cell plain text for a spreadsheet: an apostrophe in front of what it would run. Not reversible; JSON is. */
export function neutraliseCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** One record after RFC 4180: commas, every cell quoted and neutralised, CR LF at the end. An absent cell stays empty. */
export function csvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell) => (cell ? `"${neutraliseCell(cell).replaceAll('"', '""')}"` : '')).join(',')}\r\n`;
}
