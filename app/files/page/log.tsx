import { useI18n } from '#app/i18n/i18n-context.tsx';
import { useFieldList } from '#app/screens/me/words.ts';
import { LedgerKind } from '#schema/ledger.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';
import { moreIn, nameOf, type PartProps } from './part.ts';

/** Every look in a sentence, newest first. */
export function Looks({ data, newest }: PartProps) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  return (
    <PageTable
      title={t('me.looks.title')}
      empty={t('me.looks.nobodyText')}
      head={[t('me.takeAlong.when'), t('me.looks.title'), t('purpose.heading')]}
      more={moreIn('tables/disclosures.csv', data.counts.disclosures, newest.disclosures.length)}
      rows={newest.disclosures.map(({ at, company, how, fields: read, purpose, reason }) => [
        format.dateTime(at),
        <>
          {t(`me.looks.sentence.${how}`, {
            company: nameOf(data, company),
            fields: read.length > 0 ? fields(read) : t('me.looks.noFields'),
          })}
          {reason ? <div className="page-earlier">{t('me.looks.reason', { reason })}</div> : null}
        </>,
        purpose ? titleOf(data, company, purpose) : '',
      ])}
    />
  );
}

const titleOf = ({ consents }: OwnExport, company: string, purpose: string): string =>
  consents.find((one) => one.company === company && one.purpose === purpose)?.title ?? purpose;

/** The log, newest first, each entry with its proof where that is a file of its own. */
export function Events({ data, newest }: PartProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.history.title')}
      empty={t('me.history.nothing')}
      head={[t('me.takeAlong.when'), t('me.history.title'), t('me.takeAlong.company'), t('me.entry.number')]}
      more={moreIn('tables/events.csv', data.counts.entries, newest.entries.length)}
      rows={[...newest.entries].reverse().map(({ at, kind, company, purpose, method, index }) => [
        format.dateTime(at),
        <>
          {t(`state.customer.event.${kind}`)}
          <div className="page-earlier">
            {[purpose?.title || purpose?.slug || '', method ? t(`state.customer.method.${method}`) : '']
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>,
        company?.name ?? '',
        newest.proofFiles ? (
          <a key={index} href={`proofs/${index}.json`}>
            {format.number(index)}
          </a>
        ) : (
          format.number(index)
        ),
      ])}
    />
  );
}

/** What came from other portals: what was there, not what holds here. */
export function Brought({ data, newest }: PartProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.takeAlong.page.brought')}
      empty={t('me.takeAlong.page.broughtNone')}
      head={[
        t('me.takeAlong.when'),
        t('me.history.title'),
        t('me.takeAlong.company'),
        t('me.takeAlong.page.broughtFrom'),
      ]}
      more={moreIn('brought/entries.ndjson', data.counts.brought, newest.brought.length)}
      rows={newest.brought.map(({ at, kind, company, purpose, log }) => {
        const known = LedgerKind.safeParse(kind).data;
        return [
          format.dateTime(at),
          <>
            {known ? t(`state.customer.event.${known}`) : t('me.bring.unknownKind')}
            <div className="page-earlier">{purpose?.title || purpose?.slug}</div>
          </>,
          company?.name ?? '',
          log.origin,
        ];
      })}
    />
  );
}
