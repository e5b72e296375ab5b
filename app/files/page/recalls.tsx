import { useI18n } from '#app/i18n/i18n-context.tsx';
import { useFieldList } from '#app/screens/me/words.ts';
import { PageTable } from './page-table.tsx';
import { nameOf, type PartProps } from './part.ts';

/** What companies were told to delete, and what they said to it. */
export function Recalls({ data }: PartProps) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  return (
    <PageTable
      title={t('me.recalls.title')}
      empty={t('me.recalls.nobody')}
      head={[t('me.takeAlong.when'), t('me.recalls.title'), t('me.purpose.standsTitle')]}
      rows={data.recalls.map(({ company, kind, fields: read, toldAt, dueAt, closedAt, state, note }) => [
        format.date(toldAt),
        t(`me.recalls.ask.${kind}`, { company: nameOf(data, company), fields: fields(read) }),
        <>
          {t(`me.recalls.state.${state}`, { date: format.date(closedAt ?? toldAt), due: format.date(dueAt) })}
          {note ? <div className="page-earlier">{t('me.quoted', { text: note })}</div> : null}
        </>,
      ])}
    />
  );
}
