import type { LogFaultCode } from '#app/core/ledger/log-fault.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { entryPath } from './paths.ts';

export interface FaultLine {
  readonly code: LogFaultCode;
  /** Entry, row or file as the check names it. */
  readonly at: string;
  /** Where it is an entry of the log; `own`: of this company. */
  readonly entry: { readonly index: number; readonly own: boolean } | null;
}

/** Each fault with its place, in words and with the code that the command line shows. */
export function FaultTable({ faults }: { readonly faults: readonly FaultLine[] }) {
  const { t } = useI18n();
  return (
    <DataTable
      caption={t('officer.verify.faults')}
      captionHidden
      density="dense"
      rows={faults.map((fault, index) => ({ ...fault, row: String(index) }))}
      rowKey={({ row }) => row}
      columns={[
        {
          key: 'place',
          head: t('officer.verify.place'),
          lead: true,
          nowrap: true,
          cell: ({ at, entry }) => <Place at={at} entry={entry} />,
        },
        {
          key: 'what',
          head: t('officer.verify.what'),
          cell: ({ code }) => (
            <>
              {t(`officer.verify.fault.${code}`)} <code className="soft small">{code}</code>
            </>
          ),
        },
      ]}
    />
  );
}

function Place({ at, entry }: Pick<FaultLine, 'at' | 'entry'>) {
  const { t } = useI18n();
  if (!entry) return <code>{at}</code>;
  const words = t('officer.entry.title', { index: entry.index });
  return entry.own ? <a href={entryPath(entry.index)}>{words}</a> : words;
}
