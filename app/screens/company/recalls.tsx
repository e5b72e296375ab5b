import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Actions, Grid, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { textIn } from '#schema/language.ts';
import type { CompanyRecall } from './recall-view.ts';
import { shortSubject } from './view.ts';

export interface RecallsView {
  readonly counts: { readonly open: number; readonly overdue: number };
  /** First due first. */
  readonly open: readonly CompanyRecall[];
  readonly done: readonly CompanyRecall[];
  /** One was confirmed a moment ago. */
  readonly confirmed: boolean;
}

/** A form that came back. */
export interface RecallForm {
  readonly recallId: string;
  readonly note: string;
  readonly error: Message;
}

/** What people who took something back ask of the company, and the word that it is done. */
export function RecallsScreen({
  view: { counts, open, done, confirmed },
  form,
}: {
  readonly view: RecallsView;
  readonly form: RecallForm | undefined;
}) {
  const { t } = useI18n();
  const gone = form && !open.some(({ id }) => id === form.recallId);
  return (
    <Stack gap="l">
      {confirmed ? <Notice tone="done" live="status" title={t('company.recalls.confirmed')} /> : null}
      {gone ? <Notice tone="problem" live="alert" title={tell(t, form.error)} /> : null}
      <PageHeader
        size="plain"
        title={[
          counts.open > 0
            ? t('company.recalls.headline', { count: counts.open })
            : t('company.recalls.headlineNone'),
          ...(counts.overdue > 0 ? [t('company.recalls.overdue', { count: counts.overdue })] : []),
        ].join(' ')}
        lead={t('company.recalls.lead')}
      />
      <Section id="open" title={t('company.recalls.open')}>
        {open.length > 0 ? (
          <Grid min="l">
            {open.map((recall) => (
              <OpenRecall
                key={recall.id}
                recall={recall}
                form={form?.recallId === recall.id ? form : undefined}
              />
            ))}
          </Grid>
        ) : (
          <EmptyState title={t('company.recalls.none')} />
        )}
      </Section>
      {done.length > 0 ? (
        <Section id="done" title={t('company.recalls.done')}>
          <RecallTable caption={t('company.recalls.done')} recalls={done} />
        </Section>
      ) : null}
    </Stack>
  );
}

function OpenRecall({
  recall,
  form,
}: {
  readonly recall: CompanyRecall;
  readonly form: RecallForm | undefined;
}) {
  const { t, format, language } = useI18n();
  const { id, subject, customerNumber, kind, purpose, fields, firstAt, lastAt, looks, dueAt, overdue } =
    recall;
  const last = format.shortDate(lastAt);
  const received =
    looks === 1
      ? t('company.recalls.receivedOnce', { last })
      : t('company.recalls.receivedOften', {
          times: format.number(looks),
          first: format.shortDate(firstAt),
          last,
        });
  return (
    <Card
      level={3}
      id={`recall-${id}`}
      title={t(`company.recalls.act.${kind}`)}
      end={
        <Badge tone={overdue ? 'wait' : 'plain'}>
          {t(`company.recalls.word.${overdue ? 'overdue' : 'told'}`)}
        </Badge>
      }
    >
      <DescriptionList
        facts={[
          { term: t('company.recalls.person'), text: <HashValue value={subject} /> },
          ...(customerNumber ? [{ term: t('company.recalls.number'), text: customerNumber }] : []),
          {
            term: t('company.recalls.purpose'),
            text: purpose ? textIn(purpose, language) : t('company.recalls.everything'),
          },
          {
            term: t('company.recalls.fields'),
            text: format.list(fields.map((field) => fieldLabel(t, field))),
          },
          { term: t('company.recalls.received'), text: received },
          { term: t('company.recalls.due'), text: format.date(dueAt) },
        ]}
      />
      <form method="post" className="stack stack-s">
        <input type="hidden" name="recall" value={id} />
        <TextArea
          name="note"
          id={`note-${id}`}
          label={t('company.recalls.note')}
          hint={t('company.recalls.noteHint')}
          error={form ? tell(t, form.error) : undefined}
          defaultValue={form?.note}
          rows={2}
        />
        <Actions>
          <Button>{t('company.recalls.confirm')}</Button>
        </Actions>
      </form>
    </Card>
  );
}

export function RecallTable({
  caption,
  recalls,
}: {
  readonly caption: string;
  readonly recalls: readonly CompanyRecall[];
}) {
  const { t, format, language } = useI18n();
  return (
    <DataTable
      caption={caption}
      captionHidden
      density="dense"
      rows={recalls}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          head: t('company.recalls.person'),
          lead: true,
          cell: ({ subject }) => <code>{shortSubject(subject)}</code>,
        },
        {
          key: 'what',
          head: t('company.recalls.what'),
          cell: ({ kind, purpose }) =>
            `${t(`company.recalls.act.${kind}`)}${purpose ? ` (${textIn(purpose, language)})` : ''}`,
        },
        {
          key: 'fields',
          head: t('company.recalls.fields'),
          cell: ({ fields }) => format.list(fields.map((field) => fieldLabel(t, field))),
        },
        {
          key: 'opened',
          head: t('officer.recalls.opened'),
          nowrap: true,
          cell: ({ openedAt }) => format.shortDate(openedAt),
        },
        {
          key: 'due',
          head: t('company.recalls.due'),
          nowrap: true,
          cell: ({ dueAt }) => format.shortDate(dueAt),
        },
        {
          key: 'state',
          head: t('company.recalls.state'),
          cell: ({ state, overdue, closedAt }) =>
            `${t(`company.recalls.word.${overdue ? 'overdue' : state}`)}${closedAt ? `, ${format.shortDate(closedAt)}` : ''}`,
        },
        ...(recalls.some(({ state }) => state !== 'told')
          ? [
              {
                key: 'by',
                head: t('officer.recalls.by'),
                cell: ({ closedBy }: CompanyRecall) => closedBy ?? t('officer.recalls.bySelf'),
              },
            ]
          : []),
      ]}
    />
  );
}
