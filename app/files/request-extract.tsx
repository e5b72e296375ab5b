import type { Company } from '#app/core/company/company.ts';
import { isConsentRecord } from '#app/core/ledger/fold-log.ts';
import type { CheckedFile } from '#app/core/request/check-files.ts';
import type { Extract } from '#app/core/request/collect-extract.ts';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { I18nProvider, useI18n } from '#app/i18n/i18n-context.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { CompanyFieldWords } from '#schema/company-field.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import { htmlPage } from './page/html-page.tsx';
import { PageTable } from './page/page-table.tsx';

interface Around {
  readonly company: Company;
  /** What the company asks beyond the catalogue: without their names its fields could not be read. */
  readonly companyFields: readonly CompanyFieldWords[];
  /** By id of the purpose. */
  readonly titles: ReadonlyMap<string, LocalizedText>;
  /** Of the person who asked. */
  readonly locale: Locale;
  readonly at: Instant;
}

/** What the portal holds of one relationship, to read and for programs; no value of the profile stands in it. */
export function requestExtract(extract: Extract, around: Around): CheckedFile[] {
  return [
    {
      name: 'driverseat-extract.html',
      type: 'text/html',
      bytes: Buffer.from(pageOf(extract, around), 'utf8'),
    },
    {
      name: 'driverseat-extract.json',
      type: 'application/json',
      bytes: Buffer.from(dataOf(extract, around), 'utf8'),
    },
  ];
}

function dataOf({ relationship, records, looks }: Extract, { company, companyFields, at }: Around): string {
  const data = {
    format: 'driverseat/extract/v1',
    madeAt: at,
    company: { slug: company.slug, name: company.profile.legalName },
    subject: relationship.subject,
    connectedAt: relationship.createdAt,
    endedAt: relationship.endedAt,
    companyFields: companyFields.map(({ id, label, type, options }) => ({ id, label, type, options })),
    events: records,
    looks: looks.map((look) => ({
      at: look.at,
      how: look.how,
      role: look.role,
      purpose: look.purposeId,
      fields: look.fields,
      reason: look.reason,
      index: look.ledgerIndex,
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function pageOf(extract: Extract, around: Around): string {
  const { company, companyFields, locale, at } = around;
  return htmlPage({
    language: locale,
    title: company.profile.name,
    body: (
      <I18nProvider locale={locale} now={at} companyFields={companyFields}>
        <Content extract={extract} around={around} />
      </I18nProvider>
    ),
  });
}

function Content({ extract, around }: { readonly extract: Extract; readonly around: Around }) {
  const { t, format, language } = useI18n();
  const { records, looks } = extract;
  const { company, titles, at } = around;
  const title = (id: string | null) => {
    const texts = id === null ? undefined : titles.get(id);
    return texts ? textIn(texts, language) : '';
  };
  const fields = (ids: Parameters<typeof fieldLabel>[1][]) => format.list(ids.map((id) => fieldLabel(t, id)));
  return (
    <main className="page">
      <PageHeader
        title={company.profile.name}
        lead={t('common.date.updated', { date: format.dateTime(at) })}
      />
      <div className="page-extract">
        <Section id="history" title={t('me.history.title')}>
          <PageTable
            title={t('me.history.title')}
            head={[t('me.takeAlong.when'), t('me.entry.change'), t('me.takeAlong.detail')]}
            rows={records.map(({ record }) => [
              format.dateTime(record.at),
              `${t(`state.customer.event.${record.kind}`)}${
                isConsentRecord(record) ? `: ${title(record.purpose)}` : ''
              }`,
              isConsentRecord(record) ? fields([...record.standing.fields]) : '',
            ])}
          />
        </Section>
        <Section id="looks" title={t('me.looks.title')}>
          <PageTable
            title={t('me.looks.title')}
            empty={t('me.looks.nobody')}
            head={[t('me.takeAlong.when'), t('me.looks.who'), t('me.takeAlong.detail')]}
            rows={looks.map((look) => [
              format.dateTime(look.at),
              [t(`common.role.${look.role}`), title(look.purposeId), look.reason].filter(Boolean).join(', '),
              fields([...look.fields]),
            ])}
          />
        </Section>
      </div>
    </main>
  );
}
