import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { textIn } from '#schema/language.ts';
import { EventMark } from './event-mark.tsx';
import type { LogLine } from './log-view.ts';
import { entryPath, personPath, shortSubject } from './paths.ts';

export function LogTable({ lines }: { readonly lines: readonly LogLine[] }) {
  const { t, format, language } = useI18n();
  return (
    <DataTable
      caption={t('officer.log.table')}
      captionHidden
      density="dense"
      rows={lines}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'time',
          head: t('officer.log.time'),
          nowrap: true,
          cell: ({ at }) => (
            <time dateTime={at}>
              {format.shortDate(at)} {format.time(at)}
            </time>
          ),
        },
        {
          key: 'kind',
          head: t('officer.log.kind'),
          lead: true,
          cell: ({ kind }) => <EventMark kind={kind} />,
        },
        {
          key: 'subject',
          head: t('officer.log.subject'),
          nowrap: true,
          cell: ({ subject }) => (subject ? <a href={personPath(subject)}>{shortSubject(subject)}</a> : NONE),
        },
        {
          key: 'purpose',
          head: t('officer.log.purpose'),
          cell: ({ purpose }) =>
            purpose ? (
              <>
                {textIn(purpose.title, language)}
                {purpose.version === null ? null : (
                  <span className="soft">
                    , {t('officer.log.version', { version: String(purpose.version) })}
                  </span>
                )}
              </>
            ) : (
              NONE
            ),
        },
        {
          key: 'method',
          head: t('officer.log.method'),
          cell: ({ method }) => (method ? t(`state.officer.method.${method}`) : NONE),
        },
        {
          key: 'entry',
          head: t('officer.log.entry'),
          numeric: true,
          cell: ({ index }) => <a href={entryPath(index)}>{format.number(index)}</a>,
        },
      ]}
    />
  );
}

const NONE = <span className="soft">–</span>;
