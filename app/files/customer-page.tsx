import { renderToStaticMarkup } from 'react-dom/server';
import { parseCard } from '#app/core/purpose/purpose-card.ts';
import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { type I18n, I18nProvider, useI18n } from '#app/i18n/i18n-context.tsx';
import { PurposeCard } from '#app/screens/me/purpose-card.tsx';
import { useChannelList, useChannelNames, useFieldList, usePauseSentence } from '#app/screens/me/words.ts';
import { CATALOGUE_FIELDS } from '#schema/field.ts';
import { Instant } from '#schema/instant.ts';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';

const STYLE = `
:root{color-scheme:light dark}
body{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem;font:1.05rem/1.55 system-ui,sans-serif}
h1,h2{font-family:Charter,Georgia,serif;font-weight:500;line-height:1.2}
h2{margin:2.5rem 0 .75rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:.5rem .75rem .5rem 0;border-top:1px solid #8888;text-align:left;vertical-align:top}
dl div{padding:.6rem 0;border-top:1px solid #8888}
dt{opacity:.75}dd{margin:0}dd p{margin:0}
details{margin:.75rem 0}summary{cursor:pointer;min-height:2.75rem}
`;

/** The whole export to read offline: one file, no script, nothing from elsewhere. */
export function customerPage(data: OwnExport, i18n: I18n): string {
  const page = (
    <html lang={i18n.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{i18n.t('me.takeAlong.headline')}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <I18nProvider locale={i18n.locale} now={data.exportedAt}>
          <Content data={data} />
        </I18nProvider>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

interface PartProps {
  readonly data: OwnExport;
}

function Content({ data }: PartProps) {
  const { t, format } = useI18n();
  return (
    <main>
      <h1>{t('me.takeAlong.headline')}</h1>
      <p>{t('common.date.updated', { date: format.exact(data.exportedAt) })}</p>
      <Profile data={data} />
      <Consents data={data} />
      <Preferences data={data} />
      <Looks data={data} />
      <Events data={data} />
      <Texts data={data} />
    </main>
  );
}

function Profile({ data: { profile } }: PartProps) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const catalogue: readonly string[] = CATALOGUE_FIELDS;
  return (
    <PageTable
      title={t('me.data.title')}
      head={[t('me.takeAlong.detail'), t('me.takeAlong.value'), t('me.takeAlong.origin')]}
      rows={[...profile]
        .sort((a, b) => catalogue.indexOf(a.field) - catalogue.indexOf(b.field))
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

function Preferences({ data }: PartProps) {
  const { t } = useI18n();
  const channels = useChannelNames();
  const pause = usePauseSentence();
  return (
    <PageTable
      title={t('me.preferences.title')}
      head={[t('me.takeAlong.company'), t('me.channels.title'), t('me.purpose.paused')]}
      rows={data.preferences.map(({ company, channelsOff, pausedUntil }) => [
        company ? nameOf(data, company) : t('common.word.all'),
        channelsOff && channelsOff.length > 0
          ? t('me.channels.offHere', { channels: channels(channelsOff) })
          : t(company && !channelsOff ? 'me.channels.same' : 'me.channels.allOn'),
        pausedUntil ? pause(pausedUntil) : t('me.pause.none'),
      ])}
    />
  );
}

function Looks({ data }: PartProps) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  return (
    <PageTable
      title={t('me.looks.title')}
      empty={t('me.looks.nobodyText')}
      head={[t('me.takeAlong.when'), t('me.looks.title'), t('purpose.heading')]}
      rows={data.disclosures.map(({ at, company, how, fields: read, purpose }) => [
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

function Events({ data }: PartProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.history.title')}
      empty={t('me.history.nothing')}
      head={[t('me.takeAlong.when'), t('me.history.title'), t('me.takeAlong.company'), t('me.entry.number')]}
      rows={[...data.events]
        .reverse()
        .map(({ at, kind, company, purpose, method, index }) => [
          format.exact(at),
          [
            t(`state.customer.event.${kind}`),
            data.consents.find((one) => one.company === company && one.purpose === purpose)?.title ??
              purpose ??
              '',
            method ? t(`state.customer.method.${method}`) : '',
          ]
            .filter(Boolean)
            .join(' · '),
          company ? nameOf(data, company) : '',
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
            <PurposeCard card={text} releasedAt={releasedAt} />
          </details>
        );
      })}
    </section>
  );
}

const nameOf = ({ companies }: OwnExport, slug: string): string =>
  companies.find((company) => company.slug === slug)?.name ?? slug;
