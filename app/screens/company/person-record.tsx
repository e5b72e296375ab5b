import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DateInput } from '#app/ui/date-input.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { SubjectId } from '#schema/ids.ts';
import { ENTRY_TEXT_MAX, InteractionKind } from '#schema/interaction.ts';
import { EntryList, type EntryView } from '../thread/entry-list.tsx';
import { useToldForm } from '../thread/form-errors.ts';
import type { SentForm } from '../thread/view.ts';
import { type PurposeName, personPath, shortSubject } from './view.ts';

const FIELDS = ['kind', 'day', 'text'] as const;
export type EntryField = (typeof FIELDS)[number];

export interface PersonRecordView {
  readonly subject: SubjectId;
  readonly purpose: PurposeName;
  /** Last recorded first. */
  readonly entries: readonly EntryView[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly done: boolean;
  readonly intentId: string;
}

interface PersonRecordProps {
  readonly view: PersonRecordView;
  readonly form: SentForm<EntryField> | undefined;
}

/** What happened between the company and one person, and a form for more of it. */
export function PersonRecordScreen({ view, form }: PersonRecordProps) {
  const { t, format } = useI18n();
  const { subject, purpose, entries, done } = view;
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t('company.dialogue.record.doneTitle')} /> : null}
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: personPath(subject, purpose.slug), label: t('company.dialogue.record.back') }]}
          />
        }
        title={t('company.dialogue.record.headline', { person: shortSubject(subject) })}
        lead={t('company.dialogue.record.lead')}
      />
      <Section id="list" title={t('company.dialogue.record.list')}>
        {entries.length === 0 ? (
          <p className="soft">{t('company.dialogue.record.none')}</p>
        ) : (
          <EntryList
            label={t('company.dialogue.record.list')}
            entries={entries}
            recorded={({ recordedAt, role }) =>
              t('company.dialogue.record.by', {
                when: format.relativeDay(recordedAt),
                role: t(`common.role.${role}`),
              })
            }
            statementTitle={(at) => t('company.dialogue.record.statement', { date: format.date(at) })}
          />
        )}
      </Section>
      <NewEntry view={view} form={form} />
    </Stack>
  );
}

function NewEntry({ view: { today, intentId }, form }: PersonRecordProps) {
  const { t } = useI18n();
  const { told, wrong, typed } = useToldForm(form, FIELDS, {
    kind: t('company.dialogue.record.kind'),
    day: t('company.dialogue.record.day'),
    text: t('company.dialogue.record.text'),
  });
  return (
    <Section id="new" title={t('company.dialogue.record.new')}>
      <form id={ENTRY_FORM} method="post" noValidate>
        <Stack>
          <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
          <input type="hidden" name="intent-id" value={intentId} />
          <ChoiceGroup
            kind="radio"
            name="kind"
            legend={t('company.dialogue.record.kind')}
            error={told('kind')}
            choices={InteractionKind.options.map((kind) => ({
              value: kind,
              label: t(`thread.kind.${kind}`),
              checked: typed('kind') === kind,
            }))}
          />
          <DateInput
            name="day"
            label={t('company.dialogue.record.day')}
            error={told('day')}
            max={today}
            defaultValue={typed('day', today)}
          />
          <TextArea
            name="text"
            label={t('company.dialogue.record.text')}
            hint={t('company.dialogue.record.textHint')}
            error={told('text')}
            rows={3}
            maxLength={ENTRY_TEXT_MAX}
            defaultValue={typed('text')}
          />
          <Actions>
            <Button kind="primary">{t('company.dialogue.record.send')}</Button>
          </Actions>
        </Stack>
      </form>
    </Section>
  );
}
