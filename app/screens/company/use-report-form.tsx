import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { Button } from '#app/ui/button.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Grid, Stack } from '#app/ui/layout.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { CHANNELS } from '#schema/channel.ts';
import { textIn } from '#schema/language.ts';
import { TOPICS } from '#schema/topic.ts';
import type { UsesView } from './uses.tsx';

/** In the place of a segment: everybody permitted, or the people of the list. */
export const EVERYBODY = 'everybody';
export const LISTED = 'list';
export const MOST_LISTED = 1_000;

const FIELDS = ['purpose', 'channel', 'topic', 'at', 'who', 'list', 'reference'] as const;
export type UsesField = (typeof FIELDS)[number];

export interface UsesForm {
  readonly errors: Readonly<Partial<Record<UsesField, Message>>>;
  readonly typed: Readonly<Record<UsesField, string>>;
}

/** One wave of messages or calls: about what, by what, when, and to whom. */
export function UseReportForm({
  view,
  form,
}: {
  readonly view: UsesView;
  readonly form: UsesForm | undefined;
}) {
  const { t, language } = useI18n();
  const { purposes, segments, nowLocal, intentId } = view;
  const typed = form?.typed ?? BLANK;
  const told = (name: UsesField) => {
    const error = form?.errors[name];
    return error && tell(t, error);
  };
  const wrong = FIELDS.flatMap((name) => {
    const text = told(name);
    return text ? [{ id: name, label: t(`company.uses.${name}`), text }] : [];
  });
  const channels = CHANNELS.filter((channel) =>
    purposes.some((purpose) => purpose.channels.includes(channel)),
  );
  const choose = { value: '', label: t('common.word.choose') };
  return (
    <form method="post" noValidate>
      <Stack gap="m">
        <ErrorSummary
          title={`${t('error.form.summary', { count: wrong.length })} ${t('error.form.kept')}`}
          errors={wrong}
        />
        <input type="hidden" name="intent-id" value={intentId} />
        <Grid min="m">
          <SelectInput
            name="purpose"
            label={t('company.uses.purpose')}
            error={told('purpose')}
            defaultValue={typed.purpose}
            options={[
              choose,
              ...purposes.map(({ slug, title }) => ({ value: slug, label: textIn(title, language) })),
            ]}
          />
          <SelectInput
            name="channel"
            label={t('company.uses.channel')}
            error={told('channel')}
            defaultValue={typed.channel}
            options={[
              choose,
              ...channels.map((channel) => ({ value: channel, label: t(`common.channel.${channel}`) })),
            ]}
          />
          <SelectInput
            name="topic"
            label={t('company.uses.topic')}
            error={told('topic')}
            defaultValue={typed.topic}
            options={[
              { value: '', label: t('company.uses.topicUnsaid') },
              ...TOPICS.map((topic) => ({ value: topic, label: t(`common.topic.${topic}`) })),
            ]}
          />
          <DateInput
            name="at"
            withTime
            label={t('company.uses.at')}
            error={told('at')}
            defaultValue={typed.at || nowLocal}
            max={nowLocal}
          />
        </Grid>
        <SelectInput
          name="who"
          label={t('company.uses.who')}
          hint={t('company.uses.whoHint')}
          error={told('who')}
          defaultValue={typed.who || LISTED}
          options={[
            { value: LISTED, label: t('company.uses.listed') },
            { value: EVERYBODY, label: t('company.uses.everybody') },
            ...segments.map(({ id, name }) => ({ value: id, label: t('company.uses.segment', { name }) })),
          ]}
        />
        <TextArea
          name="list"
          label={t('company.uses.list')}
          hint={t('company.uses.listHint', { max: MOST_LISTED })}
          error={told('list')}
          defaultValue={typed.list}
          rows={5}
        />
        <TextInput
          name="reference"
          label={t('company.uses.reference')}
          marker={t('common.word.optional')}
          hint={t('company.uses.referenceHint')}
          error={told('reference')}
          defaultValue={typed.reference}
          maxLength={60}
          autoComplete="off"
        />
        <Actions>
          <Button kind="primary" name="act" value="report">
            {t('company.uses.send')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

const BLANK: UsesForm['typed'] = {
  purpose: '',
  channel: '',
  topic: '',
  at: '',
  who: '',
  list: '',
  reference: '',
};
