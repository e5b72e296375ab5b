import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import type { DisclosureKind } from '#schema/disclosure.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import type { StaffRole } from '#schema/staff.ts';
import { entryPath } from './paths.ts';

/** One batch of data that somebody of the company received. */
export interface OfficerLook {
  /** Of its entry in the log. */
  readonly index: number;
  readonly at: Instant;
  /** Null: the person is no longer on record. */
  readonly pseudonym: string | null;
  readonly role: StaffRole;
  /** Null: a look at evidence. */
  readonly purpose: { readonly title: LocalizedText; readonly version: number | null } | null;
  readonly how: DisclosureKind;
  readonly fields: readonly FieldId[];
  /** People; for evidence how many records. */
  readonly count: number;
  readonly reason: string;
}

export function LookTable({
  caption,
  looks,
}: {
  readonly caption: string;
  readonly looks: readonly OfficerLook[];
}) {
  const { t, format, language } = useI18n();
  return (
    <DataTable
      caption={caption}
      captionHidden
      density="dense"
      rows={looks}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'time',
          head: t('officer.looks.time'),
          nowrap: true,
          cell: ({ at }) => <time dateTime={at}>{format.exact(at)}</time>,
        },
        {
          key: 'who',
          head: t('officer.looks.who'),
          lead: true,
          cell: ({ pseudonym, role }) => (
            <>
              {pseudonym ?? t('common.word.unknown')}, {t(`common.role.${role}`)}
            </>
          ),
        },
        { key: 'how', head: t('officer.looks.how'), cell: ({ how }) => t(`state.officer.look.${how}`) },
        {
          key: 'purpose',
          head: t('officer.looks.purpose'),
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
              t('officer.looks.proof')
            ),
        },
        {
          key: 'fields',
          head: t('officer.looks.fields'),
          cell: ({ how, fields }) =>
            fields.length > 0
              ? format.list(fields.map((field) => fieldLabel(t, field)))
              : how === 'evidence'
                ? t('officer.looks.noFields')
                : t('common.word.none'),
        },
        {
          key: 'people',
          head: t('officer.looks.people'),
          numeric: true,
          cell: ({ how, count }) =>
            how === 'evidence' ? t('officer.looks.records', { count }) : format.number(count),
        },
        {
          key: 'reason',
          head: t('officer.looks.reason'),
          cell: ({ reason }) => reason || <span className="soft">{t('officer.looks.noReason')}</span>,
        },
        {
          key: 'entry',
          head: t('officer.looks.entry'),
          numeric: true,
          cell: ({ index }) => <a href={entryPath(index)}>{format.number(index)}</a>,
        },
      ]}
    />
  );
}
