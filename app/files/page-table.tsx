import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';

interface PageTableProps {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly empty?: string;
  /** The file that has the lines which are not shown here. */
  readonly more?: string | undefined;
}

/** A titled table of the page in the export; says in words when there is nothing. */
export function PageTable({ title, head, rows, empty, more }: PageTableProps) {
  const { t } = useI18n();
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>{empty ?? t('common.page.empty')}</p>
      ) : (
        <div className="wide">
          <table>
            <thead>
              <tr>
                {head.map((word) => (
                  <th key={word} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
                <tr key={row}>
                  {cells.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {more ? <p>{t('me.takeAlong.moreLines', { count: rows.length, file: more })}</p> : null}
        </div>
      )}
    </section>
  );
}
