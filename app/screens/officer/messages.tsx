import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';
import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { InteractionKind } from '#schema/interaction.ts';
import { type CompanyThreadLine, ThreadTable } from '../company/messages.tsx';
import { entryPath, personPath, shortSubject } from './paths.ts';

/** What a person holds against a look at the own data, or against an entry about them. */
export type StatementLine = {
  readonly key: string;
  readonly at: Instant;
  readonly text: string;
  readonly subject: SubjectId;
} & (
  | {
      readonly target: 'look';
      readonly lookAt: Instant;
      /** Of its entry in the log. */
      readonly index: number;
    }
  | {
      readonly target: 'entry';
      readonly kind: InteractionKind;
      /** `YYYY-MM-DD` */
      readonly happenedOn: string;
    }
);

export interface OfficerMessagesView {
  readonly companyName: string;
  readonly called: readonly CompanyThreadLine[];
  /** Unanswered for longer than was said, without a call: how many, and nothing more. */
  readonly silent: number;
  /** Newest first. */
  readonly statements: readonly StatementLine[];
}

export const officerThreadPath = (id: string): string => `/officer/messages/${id}`;

export function OfficerMessagesScreen({ companyName, called, silent, statements }: OfficerMessagesView) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        title={
          called.length === 0
            ? t('officer.messages.headlineNone')
            : t('officer.messages.headline', { count: called.length })
        }
        lead={t('officer.messages.lead')}
      />
      {silent > 0 ? (
        <Notice tone="wait" title={t('officer.today.silence', { count: silent })}>
          {t('officer.today.silenceText')}
        </Notice>
      ) : null}
      <Section id="called" title={t('officer.messages.list')}>
        <ThreadTable
          caption={t('officer.messages.list')}
          threads={called}
          companyName={companyName}
          pathOf={officerThreadPath}
        />
      </Section>
      <Section
        id="statements"
        title={t('officer.messages.statements')}
        lead={t('officer.messages.statementsLead')}
      >
        {statements.length === 0 ? (
          <p className="soft">{t('officer.messages.statementsNone')}</p>
        ) : (
          <StatementTable statements={statements} />
        )}
      </Section>
    </Stack>
  );
}

function StatementTable({ statements }: Pick<OfficerMessagesView, 'statements'>) {
  const { t, format } = useI18n();
  const about = (line: StatementLine) =>
    line.target === 'look' ? (
      <a href={entryPath(line.index)}>{t('officer.messages.look', { date: format.dateTime(line.lookAt) })}</a>
    ) : (
      t('officer.messages.entry', {
        kind: t(`thread.kind.${line.kind}`),
        date: format.day(line.happenedOn),
      })
    );
  return (
    <DataTable
      caption={t('officer.messages.statements')}
      captionHidden
      density="dense"
      rows={statements}
      rowKey={({ key }) => key}
      columns={[
        { key: 'about', head: t('officer.messages.about'), lead: true, cell: about },
        {
          key: 'text',
          head: t('officer.messages.text'),
          cell: ({ text }) => <WrittenText text={text} />,
        },
        {
          key: 'person',
          head: t('officer.messages.person'),
          cell: ({ subject }) => <a href={personPath(subject)}>{shortSubject(subject)}</a>,
        },
        {
          key: 'when',
          head: t('officer.messages.when'),
          nowrap: true,
          cell: ({ at }) => <time dateTime={at}>{format.date(at)}</time>,
        },
      ]}
    />
  );
}
