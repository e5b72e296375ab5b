import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { AccountTrail } from './account-trail.tsx';
import { IntentField } from './intent-field.tsx';
import type { CompanyName } from './view.ts';
import { useFieldList } from './words.ts';

export interface LeavingCompany {
  readonly key: string;
  readonly company: CompanyName;
  /** Left before. */
  readonly left: boolean;
  /** Null: nothing is kept. */
  readonly proofUntil: Instant | null;
  /** What the company will be asked to delete. */
  readonly fields: readonly FieldId[];
  /** What it says that it deleted already; it is asked once more, because another purpose may have let it keep that. */
  readonly deleted: readonly FieldId[];
}

export interface LeaveView {
  readonly companies: readonly LeavingCompany[];
  /** Rights that were asked for, and how many of these wait for their answer. */
  readonly requests: { readonly all: number; readonly open: number };
  /** A fresh code was given a moment ago. */
  readonly fresh: boolean;
  readonly intentId: string;
}

const GOES = ['values', 'answers', 'account', 'wishes', 'talks'] as const;

/** What goes at once, what stays how long, the way to take everything along, and one button. */
export function LeaveScreen({ companies, requests, fresh, intentId }: LeaveView) {
  const { t } = useI18n();
  return (
    <Stack gap="l">
      <PageHeader back={<AccountTrail />} title={t('me.leave.title')} lead={t('me.leave.lead')} />
      <Section
        id="first"
        title={t('me.leave.first')}
        lead={t('me.leave.firstText')}
        action={<a href="/me/export">{t('me.leave.firstLink')}</a>}
      />
      <Section id="goes" title={t('me.leave.goes')}>
        <Prose>
          <ul>
            {GOES.map((what) => (
              <li key={what}>{t(`me.leave.goesList.${what}`)}</li>
            ))}
          </ul>
          <p>{t('me.leave.key')}</p>
        </Prose>
      </Section>
      <Stays companies={companies} requests={requests} />
      {fresh ? (
        <form method="post">
          <IntentField id={intentId} />
          <Actions>
            <Button kind="neutral">{t('me.leave.act')}</Button>
          </Actions>
        </form>
      ) : (
        <Notice
          tone="info"
          title={t('me.leave.codeFirst')}
          actions={<ButtonLink href="/step-up?to=%2Fme%2Fleave">{t('me.leave.getCode')}</ButtonLink>}
        >
          {t('me.leave.codeWhy')}
        </Notice>
      )}
    </Stack>
  );
}

function Stays({ companies, requests }: Pick<LeaveView, 'companies' | 'requests'>) {
  const { t, format } = useI18n();
  const fieldList = useFieldList();
  if (companies.length === 0) return <p>{t('me.leave.noCompanies')}</p>;
  return (
    <Section id="stays" title={t('me.leave.stays')} lead={t('me.leave.staysLead')}>
      <DataTable
        caption={t('me.leave.stays')}
        captionHidden
        rows={companies}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'company',
            head: t('me.leave.company'),
            lead: true,
            cell: ({ company: { name }, left }) => (left ? t('me.leave.formerly', { company: name }) : name),
          },
          {
            key: 'until',
            head: t('me.leave.until'),
            nowrap: true,
            cell: ({ proofUntil }) => (proofUntil ? format.date(proofUntil) : t('me.leave.nothing')),
          },
          {
            key: 'asked',
            head: t('me.leave.asked'),
            cell: ({ fields, deleted }) => (
              <>
                {fields.length > 0 || deleted.length > 0 ? fieldList(fields) : t('me.leave.askedNothing')}
                {deleted.length > 0 ? (
                  <p className="soft small">{t('me.leave.askedAgain', { fields: fieldList(deleted) })}</p>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {requests.all > 0 ? <p>{t('me.leave.requests')}</p> : null}
      {requests.open > 0 ? <p>{t('me.leave.requestsOpen', { count: requests.open })}</p> : null}
      <p className="soft small">{t('me.leave.stopList')}</p>
    </Section>
  );
}
