import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Grid, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { CHANNELS, type Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import { type Language, type LocalizedText, textIn } from '#schema/language.ts';
import { TOPICS, type Topic } from '#schema/topic.ts';
import type { PurposeName } from './view.ts';

export const PLANNED_DONE = ['added', 'cancelled'] as const;

export interface PlannedView {
  readonly planned: readonly {
    readonly id: string;
    readonly title: LocalizedText;
    readonly purposeTitle: LocalizedText;
    readonly channel: Channel;
    readonly topic: Topic;
    readonly at: Instant;
  }[];
  readonly purposes: readonly (PurposeName & { readonly channels: readonly Channel[] })[];
  /** Languages that the company writes in. */
  readonly languages: readonly Language[];
  /** Tomorrow at ten on the portal's clock, and the minute now. */
  readonly suggestedLocal: string;
  readonly nowLocal: string;
  readonly done: (typeof PLANNED_DONE)[number] | null;
  readonly intentId: string;
}

export type PlannedField = 'purpose' | 'channel' | 'topic' | 'at' | `title-${Language}`;

export interface PlannedForm {
  readonly errors: Readonly<Partial<Record<PlannedField, Message>>>;
  readonly typed: Readonly<Partial<Record<PlannedField, string>>>;
}

/** What is to come, and the form that announces it. */
export function PlannedScreen({
  view,
  form,
}: {
  readonly view: PlannedView;
  readonly form: PlannedForm | undefined;
}) {
  const { t } = useI18n();
  const { planned, done } = view;
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t(`company.planned.${done}`)} /> : null}
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/company/uses', label: t('company.nav.uses') }]}
          />
        }
        title={
          planned.length === 0
            ? t('company.planned.emptyTitle')
            : t('company.planned.headline', { count: planned.length })
        }
        lead={t('company.planned.lead')}
      />
      {planned.length === 0 ? (
        <EmptyState title={t('company.planned.emptyTitle')}>
          <p>{t('company.planned.emptyText')}</p>
        </EmptyState>
      ) : (
        <PlannedTable view={view} />
      )}
      <Section id="announce" title={t('company.planned.form')}>
        <AnnounceForm view={view} form={form} />
      </Section>
    </Stack>
  );
}

function PlannedTable({ view: { planned, intentId } }: { readonly view: PlannedView }) {
  const { t, format, language } = useI18n();
  return (
    <DataTable
      caption={t('company.planned.title')}
      captionHidden
      rows={planned}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: t('company.planned.title'),
          lead: true,
          cell: ({ title }) => textIn(title, language),
        },
        { key: 'at', head: t('company.planned.at'), nowrap: true, cell: ({ at }) => format.dateTime(at) },
        {
          key: 'purpose',
          head: t('company.uses.purpose'),
          cell: ({ purposeTitle }) => textIn(purposeTitle, language),
        },
        {
          key: 'channel',
          head: t('company.uses.channel'),
          cell: ({ channel }) => t(`common.channel.${channel}`),
        },
        { key: 'topic', head: t('company.uses.topic'), cell: ({ topic }) => t(`common.topic.${topic}`) },
        {
          key: 'cancel',
          head: t('company.planned.cancel'),
          cell: ({ id, title }) => (
            <form method="post">
              <input type="hidden" name="intent-id" value={intentId} />
              <input type="hidden" name="planned" value={id} />
              <Button size="s" name="act" value="cancel">
                {t('company.planned.cancel')}
                <span className="visually-hidden"> {textIn(title, language)}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

function AnnounceForm({
  view,
  form,
}: {
  readonly view: PlannedView;
  readonly form: PlannedForm | undefined;
}) {
  const i18n = useI18n();
  const { t, format, language } = i18n;
  const { purposes, languages, suggestedLocal, nowLocal, intentId } = view;
  const told = (name: PlannedField) => {
    const error = form?.errors[name];
    return error && tell(t, error);
  };
  const typed = (name: PlannedField) => form?.typed[name] ?? '';
  const labelOf = (name: PlannedField): string =>
    name === 'title-de' || name === 'title-en'
      ? t('company.planned.name', { language: format.language(name.slice(-2)) })
      : t(`company.uses.${name}`);
  const titles = languages.map((code) => `title-${code}` as const);
  const wrong = (['purpose', 'channel', 'topic', 'at', ...titles] as const).flatMap((name) => {
    const text = told(name);
    return text ? [{ id: name, label: labelOf(name), text }] : [];
  });
  const channels = CHANNELS.filter((channel) => purposes.some((one) => one.channels.includes(channel)));
  const choose = { value: '', label: t('common.word.choose') };
  return (
    <form method="post" noValidate>
      <Stack gap="m">
        <ErrorSummary
          title={`${t('error.form.summary', { count: wrong.length })} ${t('error.form.kept')}`}
          errors={wrong}
        />
        <input type="hidden" name="intent-id" value={intentId} />
        {languages.map((code) => (
          <TextInput
            key={code}
            name={`title-${code}`}
            label={t('company.planned.name', { language: format.language(code) })}
            error={told(`title-${code}`)}
            defaultValue={typed(`title-${code}`)}
            maxLength={80}
            autoComplete="off"
          />
        ))}
        <Grid min="m">
          <SelectInput
            name="purpose"
            label={t('company.uses.purpose')}
            error={told('purpose')}
            defaultValue={typed('purpose')}
            options={[
              choose,
              ...purposes.map(({ slug, title }) => ({ value: slug, label: textIn(title, language) })),
            ]}
          />
          <SelectInput
            name="channel"
            label={t('company.uses.channel')}
            hint={channelsHint(i18n, purposes, form?.errors.channel && typed('purpose'))}
            error={told('channel')}
            defaultValue={typed('channel')}
            options={[
              choose,
              ...channels.map((channel) => ({ value: channel, label: t(`common.channel.${channel}`) })),
            ]}
          />
          <SelectInput
            name="topic"
            label={t('company.uses.topic')}
            error={told('topic')}
            defaultValue={typed('topic')}
            options={[
              choose,
              ...TOPICS.map((topic) => ({ value: topic, label: t(`common.topic.${topic}`) })),
            ]}
          />
          <DateInput
            name="at"
            withTime
            label={t('company.planned.at')}
            error={told('at')}
            defaultValue={typed('at') || suggestedLocal}
            min={nowLocal}
          />
        </Grid>
        <Actions>
          <Button kind="primary" name="act" value="announce">
            {t('company.planned.add')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

/** Once a way did not fit: which ones the purpose has. */
function channelsHint({ t, format }: I18n, purposes: PlannedView['purposes'], slug: string | undefined) {
  const purpose = purposes.find((one) => one.slug === slug);
  if (!purpose) return undefined;
  const channels = format.list(purpose.channels.map((channel) => t(`common.channel.${channel}`)));
  return t('company.planned.channels', { channels });
}
