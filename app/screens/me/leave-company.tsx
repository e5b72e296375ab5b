import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { IntentField } from './intent-field.tsx';
import { PurposeMark } from './purpose-mark.tsx';
import { type CompanyLines, type CompanyName, companyPath, purposePath } from './view.ts';

export interface LeaveCompanyView {
  readonly company: CompanyName;
  readonly ends: CompanyLines;
  /** What the company has read so far. */
  readonly received: readonly {
    readonly field: FieldId;
    readonly lastAt: Instant;
    /** When the company said that it deleted it; null: it did not, or has read it since. */
    readonly deletedAt: Instant | null;
  }[];
  /** Null: nothing is kept. */
  readonly proofUntil: Instant | null;
  /** Rights were asked for here. */
  readonly hasRequests: boolean;
  /** Somebody wrote to somebody. */
  readonly hasTalks: boolean;
  readonly isHome: boolean;
  readonly intentId: string;
}

/** What ends and what stays how long, and one button. No reason is asked, nothing is asked twice. */
export function LeaveCompanyScreen(view: LeaveCompanyView) {
  const { t, language } = useI18n();
  const { company, ends, hasTalks, isHome, intentId } = view;
  const { name } = company;
  const home = { href: '/me', label: t('common.nav.home') };
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={isHome ? [home] : [home, { href: companyPath(company.slug), label: name }]}
          />
        }
        title={t('me.leaveCompany.title', { company: name })}
        lead={t('me.leaveCompany.lead')}
      />
      <form method="post">
        <IntentField id={intentId} />
        <Actions>
          <Button kind="neutral">{t('me.leaveCompany.act')}</Button>
        </Actions>
      </form>
      <Section id="ends" title={t('me.leaveCompany.ends')}>
        {ends.purposes.length > 0 ? (
          <LinkList
            label={t('me.leaveCompany.ends')}
            rows={ends.purposes.map((line) => ({
              key: line.slug,
              href: purposePath(company.slug, line.slug),
              title: textIn(line.title, language),
              end: <PurposeMark line={line} />,
            }))}
          />
        ) : (
          <p className="soft">{t('me.leaveCompany.nothingRuns')}</p>
        )}
        {hasTalks ? <p>{t('me.leaveCompany.talks', { company: name })}</p> : null}
        <p className="soft small">{t('me.leaveCompany.contract', { company: name })}</p>
      </Section>
      <Told {...view} />
      <Stays {...view} />
    </Stack>
  );
}

function Told({ company: { name }, received }: LeaveCompanyView) {
  const { t, format } = useI18n();
  const lead = received.length > 0 ? 'me.leaveCompany.toldLead' : 'me.leaveCompany.toldNothing';
  return (
    <Section id="told" title={t('me.leaveCompany.told', { company: name })} lead={t(lead, { company: name })}>
      {received.length > 0 ? (
        <DescriptionList
          look="lines"
          facts={received.map(({ field, lastAt, deletedAt }) => ({
            term: fieldLabel(t, field),
            text: deletedAt
              ? t('me.leaveCompany.deleted', {
                  date: format.date(lastAt),
                  company: name,
                  deleted: format.date(deletedAt),
                })
              : t('me.leaveCompany.received', { date: format.date(lastAt) }),
          }))}
        />
      ) : null}
    </Section>
  );
}

function Stays({ company: { name }, proofUntil, hasRequests }: LeaveCompanyView) {
  const { t, format } = useI18n();
  return (
    <Section id="stays" title={t('me.leaveCompany.stays')}>
      <Prose>
        <p>
          {proofUntil
            ? t('me.leaveCompany.staysUntil', { company: name, date: format.date(proofUntil) })
            : t('me.leaveCompany.staysNothing')}
        </p>
        {hasRequests ? <p>{t('me.leaveCompany.requests', { company: name })}</p> : null}
        <p>{t('me.leaveCompany.stopList', { company: name })}</p>
      </Prose>
    </Section>
  );
}
