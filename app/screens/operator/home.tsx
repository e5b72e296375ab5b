import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { type MailTrouble, MailTroubleSection } from './mails.tsx';

export interface OperatorHomeView {
  readonly companies: readonly {
    readonly slug: string;
    readonly name: string;
    readonly since: Instant;
    /** Not retired. */
    readonly purposes: number;
    /** Running ones. */
    readonly relationships: number;
    readonly staff: number;
  }[];
  readonly log: {
    readonly whole: boolean;
    /** Null: not checked since the start. */
    readonly checkedAt: Instant | null;
    readonly size: number;
    readonly found: number;
    /** False: the database is older than the last signed head. */
    readonly writable: boolean;
  };
  readonly databaseOk: boolean;
  readonly schemaOk: boolean;
  readonly mail: { readonly mode: 'smtp' | 'demo' | 'none'; readonly waiting: number };
  readonly mailTrouble: MailTrouble;
  /** Given up. */
  readonly failedJobs: number;
  /** The whole log was just checked on demand. */
  readonly done: boolean;
}

/** Whether the portal runs as it should. Counts only: to run it nobody needs to know who is in it. */
export function OperatorHomeScreen(view: OperatorHomeView) {
  const { t } = useI18n();
  const { log, databaseOk, schemaOk, mail, failedJobs } = view;
  const broken = log.checkedAt !== null && !log.whole;
  const fine = !broken && log.writable && databaseOk && schemaOk && mail.mode !== 'none' && failedJobs === 0;
  return (
    <Stack gap="l">
      {view.done ? <Checked broken={broken} found={log.found} /> : null}
      <PageHeader
        size="plain"
        title={t(fine ? 'operator.home.fine' : 'operator.home.trouble')}
        lead={t('operator.home.lead')}
      />
      <Health {...view} />
      <MailTroubleSection {...view.mailTrouble} />
      <Companies companies={view.companies} />
    </Stack>
  );
}

function Checked({ broken, found }: { readonly broken: boolean; readonly found: number }) {
  const { t } = useI18n();
  return (
    <Notice tone={broken ? 'problem' : 'done'} live="status" title={t('operator.home.checked')}>
      {broken ? <p>{t('operator.home.logFaults', { count: found })}</p> : null}
    </Notice>
  );
}

function Health(view: OperatorHomeView) {
  const { t, format } = useI18n();
  const { databaseOk, schemaOk, mail, failedJobs } = view;
  return (
    <Section id="health" title={t('operator.home.health')}>
      <DescriptionList
        look="lines"
        facts={[
          { term: t('operator.home.log'), text: <LogState {...view} /> },
          {
            term: t('operator.home.database'),
            text: t(databaseOk ? 'operator.home.databaseOk' : 'operator.home.databaseNot'),
          },
          {
            term: t('operator.home.schema'),
            text: t(schemaOk ? 'operator.home.schemaOk' : 'operator.home.schemaNot'),
          },
          { term: t('operator.home.mail'), text: t(`operator.home.mailMode.${mail.mode}`) },
          { term: t('operator.home.waiting'), text: format.number(mail.waiting) },
          {
            term: t('operator.home.failed'),
            text:
              failedJobs === 0
                ? format.number(failedJobs)
                : `${format.number(failedJobs)}. ${t('operator.home.failedText')}`,
          },
        ]}
      />
      <Actions>
        <form method="post" action="/operator">
          <Button>{t('operator.home.check')}</Button>
        </form>
      </Actions>
      <p className="soft">{t('operator.home.doctor')}</p>
    </Section>
  );
}

function LogState({ log: { whole, checkedAt, size, found, writable } }: OperatorHomeView): ReactNode {
  const { t, format } = useI18n();
  const checked =
    checkedAt === null
      ? t('operator.home.logUnchecked')
      : whole
        ? t('operator.home.logOk', { count: size, when: format.ago(checkedAt) })
        : t('operator.home.logFaults', { count: found });
  return (
    <>
      {writable ? null : <p>{t('operator.home.logReadOnly')}</p>}
      <p>{checked}</p>
    </>
  );
}

function Companies({ companies }: Pick<OperatorHomeView, 'companies'>) {
  const { t, format } = useI18n();
  return (
    <Section id="companies" title={t('operator.home.companies')}>
      {companies.length === 0 ? (
        <p className="soft">{t('operator.home.noCompanies')}</p>
      ) : (
        <DataTable
          caption={t('operator.home.companies')}
          captionHidden
          density="dense"
          rows={companies}
          rowKey={({ slug }) => slug}
          columns={[
            { key: 'company', head: t('operator.home.company'), lead: true, cell: ({ name }) => name },
            {
              key: 'people',
              head: t('operator.home.people'),
              numeric: true,
              cell: ({ relationships }) => format.number(relationships),
            },
            {
              key: 'purposes',
              head: t('operator.home.purposes'),
              numeric: true,
              cell: ({ purposes }) => format.number(purposes),
            },
            {
              key: 'staff',
              head: t('operator.home.staff'),
              numeric: true,
              cell: ({ staff }) => format.number(staff),
            },
            {
              key: 'since',
              head: t('operator.home.since'),
              nowrap: true,
              cell: ({ since }) => format.shortDate(since),
            },
          ]}
        />
      )}
    </Section>
  );
}
