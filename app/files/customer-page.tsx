import { renderToStaticMarkup } from 'react-dom/server';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { type I18n, I18nProvider, useI18n } from '#app/i18n/i18n-context.tsx';
import { PurposeCard } from '#app/screens/me/purpose-card.tsx';
import { useChannelList, useFieldList } from '#app/screens/me/words.ts';
import { isCompanyField } from '#schema/company-field.ts';
import { CATALOGUE_FIELDS } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import type { ExportedDisclosure, ExportedEntry, OwnExport } from '#schema/own-export.ts';
import { CustomerDialogue } from './customer-dialogue.tsx';
import { CustomerQuestions } from './customer-questions.tsx';
import { moreIn, nameOf } from './page-names.ts';
import { PageRequests } from './page-requests.tsx';
import { PAGE_STYLE } from './page-style.ts';
import { PageTable } from './page-table.tsx';
import { Preferences, Uses } from './page-wishes.tsx';

/** More than a screen can use; the tables have all of it. */
export const PAGE_LINES = 500;

export interface NewestLines {
  /** In order of the log. */
  readonly entries: readonly ExportedEntry[];
  /** Newest first. */
  readonly disclosures: readonly ExportedDisclosure[];
}

/** The whole export to read offline: one file, no script, nothing from elsewhere. */
export function customerPage(data: OwnExport, newest: NewestLines, i18n: I18n): string {
  const page = (
    <html lang={i18n.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{i18n.t('me.takeAlong.headline')}</title>
        <style>{PAGE_STYLE}</style>
      </head>
      <body>
        <I18nProvider
          locale={i18n.locale}
          now={data.exportedAt}
          companyFields={data.profile.flatMap(({ field, defined }) =>
            defined && isCompanyField(field) ? [{ id: field, ...defined }] : [],
          )}
        >
          <Content data={data} newest={newest} />
        </I18nProvider>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

interface PartProps {
  readonly data: OwnExport;
}

interface NewestProps extends PartProps {
  readonly newest: NewestLines;
}

function Content({ data, newest }: NewestProps) {
  const { t, format } = useI18n();
  return (
    <main>
      <h1>{t('me.takeAlong.headline')}</h1>
      <p>{t('common.date.updated', { date: format.exact(data.exportedAt) })}</p>
      <Profile data={data} />
      <Consents data={data} />
      <Preferences data={data} />
      <Recalls data={data} />
      <CustomerQuestions data={data} companyName={(slug) => nameOf(data, slug)} />
      <CustomerDialogue data={data} companyName={(slug) => nameOf(data, slug)} />
      <PageRequests data={data} />
      <Uses data={data} />
      <Looks data={data} newest={newest} />
      <Events data={data} newest={newest} />
      <Texts data={data} />
    </main>
  );
}

function Profile({ data: { profile } }: PartProps) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const catalogue: readonly string[] = CATALOGUE_FIELDS;
  // What companies defined comes last.
  const place = (field: string) => catalogue.indexOf(field) + (catalogue.includes(field) ? 0 : 1_000);
  return (
    <PageTable
      title={t('me.data.title')}
      head={[t('me.takeAlong.detail'), t('me.takeAlong.value'), t('me.takeAlong.origin')]}
      rows={[...profile]
        .sort((a, b) => place(a.field) - place(b.field))
        .map(({ field, value, at, source }) => {
          const date = Instant.safeParse(at).data;
          return [
            fieldLabel(t, field),
            fieldValueText(i18n, field, value),
            date
              ? t('me.data.origin', { source: t(`field.source.${source}`), date: format.date(date) })
              : t(`field.source.${source}`),
          ];
        })}
    />
  );
}

function Consents({ data }: PartProps) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  const channels = useChannelList();
  return (
    <PageTable
      title={t('me.takeAlong.answers')}
      head={[
        t('me.takeAlong.company'),
        t('purpose.heading'),
        t('me.purpose.standsTitle'),
        t('purpose.card.data'),
        t('purpose.card.channels'),
      ]}
      rows={data.consents.map((one) => [
        nameOf(data, one.company),
        one.title,
        [
          one.basis === 'contract' || one.basis === 'legal-duty'
            ? t(`purpose.basis.${one.basis}`)
            : t(`state.customer.consent.${one.state}`),
          one.decidedAt ? t('common.date.on', { date: format.date(one.decidedAt) }) : '',
        ].join(' '),
        one.fields.length > 0 ? fields(one.fields) : '',
        one.channels.length > 0 ? channels(one.channels) : '',
      ])}
    />
  );
}

function Recalls({ data }: PartProps) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  return (
    <PageTable
      title={t('me.recalls.title')}
      empty={t('me.recalls.nobody')}
      head={[t('me.takeAlong.when'), t('me.recalls.title'), t('me.purpose.standsTitle')]}
      rows={data.recalls.map(({ company, kind, fields: read, toldAt, dueAt, closedAt, state }) => [
        format.date(toldAt),
        t(`me.recalls.ask.${kind}`, { company: nameOf(data, company), fields: fields(read) }),
        t(`me.recalls.state.${state}`, { date: format.date(closedAt ?? toldAt), due: format.date(dueAt) }),
      ])}
    />
  );
}

function Looks({ data, newest }: NewestProps) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  return (
    <PageTable
      title={t('me.looks.title')}
      empty={t('me.looks.nobodyText')}
      head={[t('me.takeAlong.when'), t('me.looks.title'), t('purpose.heading')]}
      more={moreIn('tables/disclosures.csv', data.counts.disclosures, newest.disclosures.length)}
      rows={newest.disclosures.map(({ at, company, how, fields: read, purpose }) => [
        format.exact(at),
        t(`me.looks.sentence.${how}`, {
          company: nameOf(data, company),
          fields: read.length > 0 ? fields(read) : t('me.looks.noFields'),
        }),
        data.consents.find((one) => one.company === company && one.purpose === purpose)?.title ??
          purpose ??
          '',
      ])}
    />
  );
}

function Events({ data, newest }: NewestProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.history.title')}
      empty={t('me.history.nothing')}
      head={[t('me.takeAlong.when'), t('me.history.title'), t('me.takeAlong.company'), t('me.entry.number')]}
      more={moreIn('tables/events.csv', data.counts.entries, newest.entries.length)}
      rows={[...newest.entries]
        .reverse()
        .map(({ at, kind, company, purpose, method, index }) => [
          format.exact(at),
          [
            t(`state.customer.event.${kind}`),
            purpose?.title || purpose?.slug || '',
            method ? t(`state.customer.method.${method}`) : '',
          ]
            .filter(Boolean)
            .join(' · '),
          company?.name ?? '',
          String(index),
        ])}
    />
  );
}

function Texts({ data: { texts } }: PartProps) {
  const { t } = useI18n();
  if (texts.length === 0) return null;
  return (
    <section>
      <h2>{t('me.entry.textTitle')}</h2>
      {texts.map(({ textHash, card, releasedAt }) => {
        const text = parseCard(card);
        return (
          <details key={textHash}>
            <summary lang={text.language}>
              {text.company.name}: {text.title}
            </summary>
            <PurposeCard card={text} releasedAt={releasedAt} takeBackText={t('me.takeAlong.takeBackThere')} />
          </details>
        );
      })}
    </section>
  );
}
