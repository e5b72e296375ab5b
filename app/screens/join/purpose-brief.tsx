import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';

/** A card in short: what, what for, with which data, how, how long, who else. The full text is one press away. */
export function PurposeBrief({ card }: { readonly card: PurposeCardText }) {
  const { t, format } = useI18n();
  const { fields, channels, validityMonths, recipients, profiling } = card;
  const names = (required: boolean) =>
    format.list(fields.filter((one) => one.required === required).map(({ field }) => fieldLabel(t, field)));
  const extra = fields.filter(({ required }) => !required).length;
  const facts: (Fact | null)[] = [
    { term: t('public.join.brief.youGet'), text: card.benefitCustomer },
    fields.length > 0
      ? {
          term: t('public.join.brief.data'),
          text: (
            <>
              {names(true) || t('public.join.brief.nothingNeeded')}
              {extra > 0 ? (
                <span className="soft"> {t('public.join.brief.extra', { count: extra })}</span>
              ) : null}
            </>
          ),
        }
      : null,
    {
      term: t('public.join.brief.way'),
      text:
        channels.length > 0
          ? format.either(channels.map((channel) => t(`common.channel.${channel}`)))
          : t('purpose.card.channelsNone'),
    },
    {
      term: t('public.join.brief.howLong'),
      text: validityMonths === null ? t('common.date.untilTakenBack') : format.months(validityMonths),
    },
    {
      term: t('public.join.brief.others'),
      text:
        recipients.length === 0
          ? t('purpose.card.recipientsNone')
          : format.list(recipients.map(({ name }) => name)),
    },
    profiling ? { term: t('public.join.brief.profiling'), text: t('purpose.card.profilingYes') } : null,
  ];
  return (
    <>
      <p lang={card.language}>{card.what}</p>
      <DescriptionList facts={facts.filter((fact): fact is Fact => fact !== null)} />
    </>
  );
}
