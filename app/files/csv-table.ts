import { CSV_START, csvLine } from './csv.ts';

export type Cell = string | number | boolean | null | readonly string[];

export function table<Row>(
  head: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly Cell[],
): string {
  return CSV_START + [csvLine(head), ...rows.map((row) => csvLine(cells(row).map(textOf)))].join('');
}

export function textOf(cell: Cell): string | undefined {
  if (cell === null) return undefined;
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}
