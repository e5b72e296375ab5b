import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { I18nProvider, useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { Stack } from '#app/ui/layout.tsx';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';

interface PurposeCardProps {
  readonly card: PurposeCardText;
  readonly releasedAt: Instant;
  /** The company's page of privacy notices; absent where the card is shown as it once was. */
  readonly noticeHref?: string | undefined;
  /** The page's first lines already say what the company will do. */
  readonly whatShown?: boolean | undefined;
  /** Where to take it back, when that is not the page that shows the card. */
  readonly takeBackText?: string | undefined;
}

/**
 * A purpose's text exactly as frozen at its release. Headings and names of
 * fields are said in the language of the text, whatever the page around it.
 */
export function PurposeCard(props: PurposeCardProps) {
  const { locale, language } = useI18n();
  const { card, releasedAt } = props;
  if (card.language === language) return <CardFacts {...props} />;
  // Only whole dates stand in a card, so the clock of its words does not matter.
  return (
    <I18nProvider locale={card.language === 'en' ? 'en' : locale === 'en' ? 'de' : locale} now={releasedAt}>
      <div lang={card.language}>
        <CardFacts {...props} />
      </div>
    </I18nProvider>
  );
}

function CardFacts({ card, releasedAt, noticeHref, whatShown, takeBackText }: PurposeCardProps) {
  const { t, format } = useI18n();
  const { company, benefitCustomer, benefitCompany, onNo, storage, retention, profiling, basis } = card;
  const facts: (Fact | null)[] = [
    { term: t('purpose.card.who'), text: `${company.legalName}, ${company.address}` },
    whatShown ? null : { term: t('purpose.card.what'), text: card.what },
    { term: t('purpose.card.data'), text: <CardData card={card} /> },
    { term: t('purpose.card.channels'), text: <CardChannels card={card} /> },
    card.topics
      ? {
          term: t('purpose.card.topics'),
          text: format.list(card.topics.map((topic) => t(`common.topic.${topic}`))),
        }
      : null,
    { term: t('purpose.card.howLong'), text: useCardTerm(card) },
    { term: t('purpose.card.youGet'), text: benefitCustomer },
    { term: t('purpose.card.companyGets'), text: benefitCompany },
    { term: t('purpose.card.onNo'), text: onNo },
    { term: t('purpose.card.recipients'), text: <CardRecipients card={card} /> },
    {
      term: t('purpose.card.storage'),
      text: format.list(
        storage.map(({ place, country }) =>
          t('purpose.card.storagePlace', { place, country: format.country(country) }),
        ),
      ),
    },
    { term: t('purpose.card.retention'), text: retention },
    {
      term: t('purpose.card.profiling'),
      text: t(profiling ? 'purpose.card.profilingYes' : 'purpose.card.profilingNo'),
    },
    basis === 'consent' || basis === 'objection'
      ? {
          term: t('purpose.card.takeBack'),
          text:
            takeBackText ?? t(basis === 'consent' ? 'purpose.card.takeBackHere' : 'purpose.card.stopHere'),
        }
      : null,
  ];
  return (
    <Stack gap="s">
      <DescriptionList look="lines" facts={facts.filter((fact): fact is Fact => fact !== null)} />
      <Details summary={t('me.purpose.legal')}>
        <CardLegal card={card} releasedAt={releasedAt} noticeHref={noticeHref} />
      </Details>
    </Stack>
  );
}

/** Basis, rights and contacts: as complete as the law asks, one press away. */
function CardLegal({ card, releasedAt, noticeHref }: PurposeCardProps) {
  const { t, format } = useI18n();
  const { company, basis, legalNote, version } = card;
  const facts: (Fact | null)[] = [
    { term: t('purpose.card.basis'), text: `${t(`purpose.basisText.${basis}`)} ${legalNote}` },
    { term: t('purpose.card.rights'), text: t('purpose.card.rightsText') },
    {
      term: t('purpose.card.authority'),
      text: t('purpose.card.authorityText', { authority: company.authority }),
    },
    { term: t('purpose.card.contact'), text: <a href={`mailto:${company.email}`}>{company.email}</a> },
    { term: t('purpose.card.officer'), text: company.officer },
    noticeHref
      ? {
          term: t('common.footer.notice'),
          text: <a href={noticeHref}>{t('purpose.card.notice', { company: company.name })}</a>,
        }
      : null,
    {
      term: t('me.purpose.version'),
      text: t('purpose.card.version', { version: String(version), date: format.date(releasedAt) }),
    },
  ];
  return <DescriptionList look="lines" facts={facts.filter((fact): fact is Fact => fact !== null)} />;
}

function CardData({ card }: { readonly card: PurposeCardText }) {
  const { t, format } = useI18n();
  const named = (fields: readonly { readonly field: FieldId }[]) =>
    format.list(fields.map(({ field }) => fieldLabel(t, field)));
  const required = card.fields.filter((field) => field.required);
  const optional = card.fields.filter((field) => !field.required);
  if (card.fields.length === 0) return <>{t('purpose.card.dataNone')}</>;
  return (
    <>
      {required.length > 0 ? <p>{t('me.purpose.needs', { fields: named(required) })}</p> : null}
      {optional.length > 0 ? (
        <p>
          {t(card.basis === 'consent' ? 'me.purpose.mayAdd' : 'me.purpose.sometimes', {
            fields: named(optional),
          })}
        </p>
      ) : null}
    </>
  );
}

function CardChannels({ card: { channels } }: { readonly card: PurposeCardText }) {
  const { t, format } = useI18n();
  if (channels.length === 0) return <>{t('purpose.card.channelsNone')}</>;
  return <>{format.list(channels.map((channel) => t(`common.channel.${channel}`)))}</>;
}

function CardRecipients({ card: { recipients } }: { readonly card: PurposeCardText }) {
  const { t, format } = useI18n();
  if (recipients.length === 0) return <>{t('purpose.card.recipientsNone')}</>;
  return recipients.map(({ name, role, country }) => (
    <p key={name}>{t('purpose.card.recipient', { name, country: format.country(country), role })}</p>
  ));
}

function useCardTerm({ basis, validityMonths }: PurposeCardText): string {
  const { t, format } = useI18n();
  if (basis === 'objection') return t('purpose.validity.openObjection');
  if (basis !== 'consent') return t('purpose.validity.noControl');
  return validityMonths === null
    ? t('purpose.validity.open')
    : t('purpose.validity.forMonths', { duration: format.months(validityMonths) });
}
