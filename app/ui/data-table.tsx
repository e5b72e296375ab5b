import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean | undefined;
  /** Never broken over lines, e.g. an instant. */
  nowrap?: boolean | undefined;
  /** Names the row; on the phone it is the card's title. One column at most. */
  lead?: boolean | undefined;
  /** Link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined } | undefined;
};

type DataTableProps<Row> = {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On a narrow screen rows become cards, or the table scrolls sideways in a region with this name. */
  narrow?: 'cards' | { scrollLabel: string } | undefined;
  density?: 'normal' | 'dense' | undefined;
  /** Too many columns for a desk: they scroll in a region with this name, beside the column that names the row. */
  wide?: string | undefined;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, narrow = 'cards', density = 'normal', wide } = props;
  const table = (
    <table className={`table table-${density}${narrow === 'cards' ? ' table-cards' : ''}`}>
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)} aria-sort={column.sort?.now}>
              <Head column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === 'cards' && !wide) return <div className="table-frame">{table}</div>;
  if (narrow === 'cards') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <section className="table-frame table-wide" aria-label={wide} tabIndex={0}>
        {table}
      </section>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label={narrow.scrollLabel} tabIndex={0}>
      {table}
    </section>
  );
}

function Head<Row>({ column: { head, sort } }: { column: Column<Row> }) {
  if (!sort) return head;
  return (
    <a href={sort.href} className={`table-sort${sort.now ? ` table-${sort.now}` : ''}`}>
      {head}
    </a>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = column.cell(row);
  if (column.lead) {
    return (
      <th scope="row" className={classOf(column)}>
        {value}
      </th>
    );
  }
  // On the phone the head is out of sight: each value carries its name, hidden from readers who have the head.
  return (
    <td className={classOf(column)}>
      <span className="table-label" aria-hidden="true">
        {column.head}
      </span>
      <div className="table-value">{value}</div>
    </td>
  );
}

function classOf<Row>({ numeric, nowrap, lead }: Column<Row>) {
  const classes = [numeric ? 'table-numeric' : '', nowrap ? 'table-nowrap' : '', lead ? 'table-lead' : ''];
  return classes.filter(Boolean).join(' ') || undefined;
}
