import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { AgeQuestion, ageName } from './age-question.tsx';
import { FieldInput, fieldInputName } from './field-input.tsx';
import { type AskedField, needsNewYes, type PurposeView, type SentDecision } from './purpose-view.ts';
import { TermChoice } from './term-choice.tsx';

interface ChoiceFieldsProps {
  readonly view: PurposeView;
  /** What is ticked: what is stored, or what came back with an error; nothing at first. */
  readonly chosen: Pick<SentDecision, 'fields' | 'channels' | 'months'>;
  readonly values?: SentDecision['values'] | undefined;
  readonly errors: SentDecision['errors'];
}

/** What belongs to a yes: the needed fields as a list, the others and the channels to choose from. */
export function ChoiceFields({ view, chosen, values, errors }: ChoiceFieldsProps) {
  const { t, language } = useI18n();
  const { asked, missing, channels, term, age, versionId, cards, company } = view;
  const shown = cards.find((card) => card.language === language) ?? cards[0];
  const errorOf = (id: string) => {
    const found = errors.find((error) => error.id === id);
    return found && tell(t, found.message);
  };
  const required = asked.filter((field) => field.required);
  const optional = asked.filter((field) => !field.required);
  return (
    <Stack gap="m">
      <input type="hidden" name="version" value={versionId} />
      <input type="hidden" name="language" value={shown?.language} />
      {required.length > 0 ? (
        <Stack gap="s">
          <p>
            <strong>{t('purpose.data.required')}</strong>
            <br />
            <span className="soft small">{t('purpose.data.requiredHint')}</span>
          </p>
          <OwnValues fields={required} />
          {missing.length > 0 ? <p className="small">{t('purpose.data.missing')}</p> : null}
          {missing.map((field) => (
            <FieldInput
              key={field}
              field={field}
              value={values?.[field]}
              error={errorOf(fieldInputName(field))}
            />
          ))}
        </Stack>
      ) : null}
      {optional.length > 0 ? (
        <OptionalFields
          fields={optional}
          chosen={chosen.fields}
          given={needsNewYes(view) ? view.line.fields : []}
        />
      ) : null}
      {channels.length > 1 ? (
        <ChoiceGroup
          kind="checkbox"
          name="channel"
          legend={t('purpose.card.channels')}
          hint={t('me.purpose.channelsHint', { company: company.name })}
          error={errorOf('channel')}
          choices={channels.map((channel) => ({
            value: channel,
            label: t(`common.channel.${channel}`),
            checked: chosen.channels.includes(channel),
          }))}
        />
      ) : null}
      {channels.length === 1 && channels[0] ? (
        <p>
          <input type="hidden" name="channel" value={channels[0]} />
          {t('me.purpose.onlyChannel', {
            company: company.name,
            channel: t(`common.channelBy.${channels[0]}`),
          })}
        </p>
      ) : null}
      <TermChoice term={term} chosen={chosen.months} />
      {age && age.answer === null ? (
        <AgeQuestion
          limit={age.limit}
          answer={null}
          hint={t('me.age.hint')}
          error={errorOf(ageName(age.limit))}
        />
      ) : null}
    </Stack>
  );
}

function OwnValues({ fields }: { readonly fields: readonly AskedField[] }) {
  const i18n = useI18n();
  return (
    <DescriptionList
      facts={fields.map(({ field, value }) => ({
        term: fieldLabel(i18n.t, field),
        text: value ? fieldValueText(i18n, field, value) : i18n.t('field.value.missing'),
      }))}
    />
  );
}

function OptionalFields({
  fields,
  chosen,
  given,
}: {
  readonly fields: readonly AskedField[];
  readonly chosen: readonly string[];
  /** Part of the yes to the text before: said, never ticked in advance. */
  readonly given: readonly string[];
}) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <ChoiceGroup
      kind="checkbox"
      name="field"
      legend={t('purpose.data.optional')}
      hint={t('purpose.data.optionalHint')}
      choices={fields.map(({ field, value }) => ({
        value: field,
        label: fieldLabel(t, field),
        end: [
          value ? fieldValueText(i18n, field, value) : t('field.value.missing'),
          ...(given.includes(field) ? [t('me.purpose.givenBefore')] : []),
        ].join(' · '),
        checked: chosen.includes(field),
      }))}
    />
  );
}
