import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import type { FieldId } from '#schema/field.ts';
import { PermittedValue } from './permitted-value.tsx';
import { type PersonView, type PurposeName, personPath, shortSubject } from './view.ts';

/** So many details fit beside each other on a desk. */
const WIDE_FROM = 4;

interface PeopleTableProps {
  readonly caption: string;
  readonly purpose: PurposeName;
  readonly fields: readonly FieldId[];
  readonly people: readonly PersonView[];
}

export function PeopleTable({ caption, purpose, fields, people }: PeopleTableProps) {
  const { t, format } = useI18n();
  const columns: Column<PersonView>[] = [
    {
      key: 'person',
      head: t('company.people.person'),
      lead: true,
      nowrap: true,
      cell: ({ subject, since }) => (
        <>
          <a href={personPath(subject, purpose.slug)}>{shortSubject(subject)}</a>
          <br />
          <span className="soft small">{t('company.people.since', { date: format.shortDate(since) })}</span>
        </>
      ),
    },
    {
      key: 'channels',
      head: t('company.people.channels'),
      cell: ({ channels }) =>
        channels.length > 0 ? (
          format.list(channels.map((channel) => t(`common.channel.${channel}`)))
        ) : (
          <span className="soft">{t('company.people.noChannel')}</span>
        ),
    },
    ...fields.map(
      (field): Column<PersonView> => ({
        key: field,
        head: fieldLabel(t, field),
        cell: ({ values }) => <PermittedValue field={field} value={values[field]} />,
      }),
    ),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      density="dense"
      wide={fields.length > WIDE_FROM ? caption : undefined}
      columns={columns}
      rows={people}
      rowKey={({ subject }) => subject}
    />
  );
}
