import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { CATALOGUE_FIELDS } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';
import { nameOf, type PartProps } from './part.ts';

/** In the order of the catalogue; what companies defined comes last. */
export function Profile({ data }: PartProps) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const catalogue: readonly string[] = CATALOGUE_FIELDS;
  const place = (field: string) => (catalogue.includes(field) ? catalogue.indexOf(field) : 1_000);
  return (
    <PageTable
      title={t('me.data.title')}
      head={[t('me.takeAlong.detail'), t('me.takeAlong.value'), t('me.takeAlong.origin')]}
      rows={[...data.profile]
        .sort((a, b) => place(a.field) - place(b.field))
        .map((one) => {
          const { field, value, at, source, defined } = one;
          const date = Instant.safeParse(at).data;
          return [
            <>
              {fieldLabel(t, field)}{' '}
              {defined ? <span className="page-earlier">{nameOf(data, defined.company)}</span> : null}
            </>,
            <>
              {fieldValueText(i18n, field, value)}
              <Earlier one={one} />
            </>,
            date
              ? t('me.data.origin', { source: t(`field.source.${source}`), date: format.date(date) })
              : t(`field.source.${source}`),
          ];
        })}
    />
  );
}

/** What stood there before, newest first. */
function Earlier({ one: { field, earlier = [] } }: { readonly one: OwnExport['profile'][number] }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  return earlier.map(({ value, until }) => (
    <div className="page-earlier" key={until}>
      {t('me.takeAlong.page.earlier', {
        value: fieldValueText(i18n, field, value),
        date: format.date(Instant.parse(until)),
      })}
    </div>
  ));
}
