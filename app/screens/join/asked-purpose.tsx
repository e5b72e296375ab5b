import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Details } from '#app/ui/details.tsx';
import type { Channel } from '#schema/channel.ts';
import { VERIFIABLE_CHANNELS } from '#schema/channel.ts';
import { PurposeCard } from '../me/purpose-card.tsx';
import {
  answerName,
  channelName,
  fieldName,
  languageName,
  type SentAnswer,
  type ShownPurpose,
  versionName,
} from './join-view.ts';
import { PurposeBrief } from './purpose-brief.tsx';

interface AskedPurposeProps {
  readonly purpose: ShownPurpose;
  readonly sent: SentAnswer | undefined;
  readonly errorOf: (id: string) => string | undefined;
}

/** One purpose: what it says in short and in full, three answers of equal weight, and what belongs to a yes. */
export function AskedPurpose({ purpose, sent, errorOf }: AskedPurposeProps) {
  const { t, language, format } = useI18n();
  const { slug, card, versionId, releasedAt } = purpose;
  const answer = (value: 'yes' | 'no' | 'open', label: string) => ({
    value,
    label,
    checked: sent?.answer === value,
  });
  return (
    <div className={`join-purpose ${neededInputs(purpose)}`}>
      <Card title={card.title} level={3}>
        <input type="hidden" name={versionName(slug)} value={versionId} />
        <input type="hidden" name={languageName(slug)} value={card.language} />
        {card.language === language ? null : (
          <p className="small soft">
            {t('purpose.card.shownIn', { language: format.language(card.language) })}
          </p>
        )}
        <PurposeBrief card={card} />
        <Details summary={<ReadAll title={card.title} />}>
          <PurposeCard
            card={card}
            releasedAt={releasedAt}
            takeBackText={t('public.join.takeBack')}
            whatShown
          />
        </Details>
        <div className="join-answer">
          <ChoiceGroup
            kind="radio"
            layout="columns"
            name={answerName(slug)}
            legend={t('purpose.decision.question', { company: card.company.name })}
            error={errorOf(answerName(slug))}
            choices={[
              answer('yes', t('purpose.decision.yes')),
              answer('no', t('purpose.decision.no')),
              answer('open', t('common.answer.later')),
            ]}
          />
        </div>
        <YesPart purpose={purpose} sent={sent} error={errorOf(channelName(slug))} />
      </Card>
    </div>
  );
}

/** The same words at each purpose, told apart for those who hear them. */
export function ReadAll({ title }: { readonly title: string }) {
  const { t } = useI18n();
  return (
    <span>
      {t('public.join.readAll')}
      <span className="visually-hidden">: {title}</span>
    </span>
  );
}

/** Shown once Yes is chosen; where a browser cannot do that by itself, always. */
function YesPart({
  purpose: { slug, card },
  sent,
  error,
}: {
  readonly purpose: ShownPurpose;
  readonly sent: SentAnswer | undefined;
  readonly error: string | undefined;
}) {
  const { t, format } = useI18n();
  const required = card.fields.filter((field) => field.required);
  const optional = card.fields.filter((field) => !field.required);
  const [only] = card.channels;
  return (
    <div className="join-yes">
      <p>
        {required.length > 0
          ? `${t('public.join.needs', { fields: format.list(required.map(({ field }) => fieldLabel(t, field))) })} `
          : null}
        {card.channels.length === 1 && only
          ? t('public.join.onlyChannel', {
              company: card.company.name,
              channel: t(`common.channelBy.${only}`),
            })
          : null}
      </p>
      {optional.length > 0 ? (
        <ChoiceGroup
          kind="checkbox"
          name={fieldName(slug)}
          legend={t('purpose.data.optional')}
          hint={t('purpose.data.optionalHint')}
          choices={optional.map(({ field }) => ({
            value: field,
            label: fieldLabel(t, field),
            checked: sent?.fields.includes(field),
          }))}
        />
      ) : null}
      {card.channels.length > 1 ? (
        <ChoiceGroup
          kind="checkbox"
          name={channelName(slug)}
          legend={t('purpose.card.channels')}
          hint={t('public.join.channelsHint')}
          error={error}
          choices={card.channels.map((channel) => ({
            value: channel,
            label: t(`common.channel.${channel}`),
            detail: countsLater(channel) ? t('public.join.numberFirst') : undefined,
            checked: sent?.channels.includes(channel),
          }))}
        />
      ) : null}
    </div>
  );
}

/** The mail proves the address; a number is proved apart. */
function countsLater(channel: Channel): boolean {
  return channel !== 'email' && VERIFIABLE_CHANNELS.includes(channel);
}

/** Tells the stylesheet which inputs a yes here brings up. */
function neededInputs({ card }: ShownPurpose): string {
  return card.fields
    .filter(({ required }) => required)
    .map(({ field }) => `needs-${field}`)
    .join(' ');
}
