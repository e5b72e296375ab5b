import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { textIn } from '#schema/language.ts';
import type { CompanyRecall } from './recall-view.ts';
import { shortSubject } from './view.ts';

export function RecallTable({
  caption,
  recalls,
  entryPath,
}: {
  readonly caption: string;
  readonly recalls: readonly CompanyRecall[];
  /** For whom may open the entry in which the company says that it is done. */
  readonly entryPath?: (index: number) => string;
}) {
  const { t, format, language } = useI18n();
  return (
    <DataTable
      caption={caption}
      captionHidden
      density="dense"
      rows={recalls}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          head: t('company.recalls.person'),
          lead: true,
          cell: ({ subject }) => <code>{shortSubject(subject)}</code>,
        },
        {
          key: 'what',
          head: t('company.recalls.what'),
          cell: ({ kind, purpose }) =>
            `${t(`company.recalls.act.${kind}`)}${purpose ? ` (${textIn(purpose, language)})` : ''}`,
        },
        {
          key: 'fields',
          head: t('company.recalls.fields'),
          cell: ({ fields }) => format.list(fields.map((field) => fieldLabel(t, field))),
        },
        {
          key: 'opened',
          head: t('officer.recalls.opened'),
          nowrap: true,
          cell: ({ openedAt }) => format.shortDate(openedAt),
        },
        {
          key: 'due',
          head: t('company.recalls.due'),
          nowrap: true,
          cell: ({ dueAt }) => format.shortDate(dueAt),
        },
        {
          key: 'state',
          head: t('company.recalls.state'),
          cell: ({ state, overdue, closedAt }) =>
            `${t(`company.recalls.word.${overdue ? 'overdue' : state}`)}${closedAt ? `, ${format.shortDate(closedAt)}` : ''}`,
        },
        ...(recalls.some(({ note }) => note)
          ? [
              {
                key: 'note',
                head: t('company.recalls.wrote'),
                cell: ({ note }: CompanyRecall) => note ?? '',
              },
            ]
          : []),
        ...(recalls.some(({ state }) => state !== 'told')
          ? [
              {
                key: 'by',
                head: t('officer.recalls.by'),
                cell: ({ closedBy, ledgerIndex }: CompanyRecall) =>
                  closedBy && entryPath && ledgerIndex !== null ? (
                    <a href={entryPath(ledgerIndex)}>{closedBy}</a>
                  ) : (
                    (closedBy ?? t('officer.recalls.bySelf'))
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
