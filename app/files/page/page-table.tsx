import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { RichText } from '#app/i18n/rich-text.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';

interface PageTableProps {
  /** Names the table for whoever does not see where it stands. */
  readonly title: string;
  /** The first column names the row. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly empty?: string;
  /** The file that has the lines which are not shown here. */
  readonly more?: string | undefined;
}

/** So many lines stand open; the others are folded away below them, or nobody finds what comes after. */
const OPEN = 20;

/** A table in a page of the export; says in words when there is nothing. */
export function PageTable(props: PageTableProps) {
  const { t } = useI18n();
  const { rows, empty, more } = props;
  if (rows.length === 0) return <p className="soft">{empty ?? t('common.page.empty')}</p>;
  // One or two lines are not worth folding away.
  const open = rows.length > OPEN + 2 ? OPEN : rows.length;
  const folded = rows.length - open;
  return (
    <>
      <Lines {...props} rows={rows.slice(0, open)} />
      {folded > 0 ? (
        <Details summary={t('me.takeAlong.page.folded', { count: folded })}>
          <Lines {...props} rows={rows.slice(open)} />
        </Details>
      ) : null}
      {more ? (
        <p className="soft">
          <RichText
            text={t('me.takeAlong.moreLines', { count: rows.length, file: more })}
            parts={{ file: (name) => <a href={more}>{name}</a> }}
          />
        </p>
      ) : null}
    </>
  );
}

function Lines({ title, head, rows }: Pick<PageTableProps, 'title' | 'head' | 'rows'>) {
  const { t } = useI18n();
  const dated = head[0] === t('me.takeAlong.when');
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={head.map((word, column) => ({
        key: String(column),
        head: word,
        lead: column === 0,
        nowrap: column === 0 && dated,
        cell: (row: Line) => row.cells[column],
      }))}
      rows={rows.map((cells, place): Line => ({ key: String(place), cells }))}
      rowKey={({ key }) => key}
    />
  );
}

interface Line {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}
