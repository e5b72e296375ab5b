import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { FieldId } from '#schema/field.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import { fieldPath } from './field-view.ts';
import { FlowPlot } from './flow-plot.tsx';
import { type CompanyName, companyPath, purposePath } from './view.ts';

/** One detail with a value that one company may use for one purpose now. */
export interface FlowLine {
  readonly field: FieldId;
  readonly purpose: string;
  readonly title: LocalizedText;
  readonly company: CompanyName;
}

/** Details, what for, and companies: a drawing and the same as a table, which comes first on the phone. */
export function FlowScreen({ lines }: { readonly lines: readonly FlowLine[] }) {
  const { t, format, language } = useI18n();
  const companies = [...new Set(lines.map(({ company }) => company.name))];
  const fields = new Set(lines.map(({ field }) => field));
  const back = (
    <BackLink
      label={t('common.nav.breadcrumb')}
      trail={[
        { href: '/me', label: t('common.nav.home') },
        { href: '/me/profile', label: t('common.nav.data') },
      ]}
    />
  );
  if (lines.length === 0) {
    return (
      <Stack gap="l">
        <PageHeader back={back} title={t('me.flow.title')} />
        <EmptyState title={t('me.flow.headlineNobody')} />
      </Stack>
    );
  }
  return (
    <Stack gap="l">
      <PageHeader
        back={back}
        title={t('me.flow.headline', { count: fields.size, companies: format.list(companies) })}
        lead={t('me.flow.lead')}
      />
      <div className="flow-parts">
        <div className="flow-table">
          <Section id="table" title={t('me.flow.table')}>
            <DataTable
              caption={t('me.flow.table')}
              captionHidden
              density="dense"
              columns={[
                {
                  key: 'field',
                  head: t('me.flow.field'),
                  lead: true,
                  cell: ({ field }) => <a href={fieldPath(field)}>{fieldLabel(t, field)}</a>,
                },
                {
                  key: 'purpose',
                  head: t('me.flow.purpose'),
                  cell: ({ company, purpose, title }) => (
                    <a href={purposePath(company.slug, purpose)}>{textIn(title, language)}</a>
                  ),
                },
                {
                  key: 'company',
                  head: t('me.flow.company'),
                  cell: ({ company }) => <a href={companyPath(company.slug)}>{company.name}</a>,
                },
              ]}
              rows={lines}
              rowKey={({ field, purpose, company }) => `${field} ${company.slug} ${purpose}`}
            />
          </Section>
        </div>
        <div className="flow-drawing">
          <FlowPlot lines={lines} />
        </div>
      </div>
    </Stack>
  );
}
