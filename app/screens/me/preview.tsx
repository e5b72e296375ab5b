import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Card } from '#app/ui/card.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { Channel } from '#schema/channel.ts';
import type { FieldId, FieldValue } from '#schema/field.ts';
import type { SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { PurposeMark } from './purpose-mark.tsx';
import { type CompanyName, companyPath, type PurposeLine, purposePath } from './view.ts';

export interface PreviewPurpose {
  readonly line: PurposeLine;
  /** Null: the company gets nothing for this. */
  readonly row: {
    readonly since: Instant;
    readonly fields: readonly FieldId[];
    readonly values: Readonly<Partial<Record<FieldId, FieldValue>>>;
    readonly channels: readonly Channel[];
  } | null;
}

export interface PreviewView {
  readonly company: CompanyName;
  readonly subject: SubjectId;
  readonly purposes: readonly PreviewPurpose[];
}

/** The rows that one company would get now; what it gets nothing for says so, with the state that keeps it away. */
export function PreviewScreen({ company, subject, purposes }: PreviewView) {
  const { t } = useI18n();
  const { name, slug } = company;
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: companyPath(slug), label: name },
            ]}
          />
        }
        title={t('me.preview.headline', { company: name })}
        lead={t('me.preview.lead')}
      />
      {purposes.map((purpose) => (
        <PurposeRow key={purpose.line.slug} company={company} subject={subject} purpose={purpose} />
      ))}
    </Stack>
  );
}

interface PurposeRowProps {
  readonly company: CompanyName;
  readonly subject: SubjectId;
  readonly purpose: PreviewPurpose;
}

function PurposeRow({ company, subject, purpose: { line, row } }: PurposeRowProps) {
  const i18n = useI18n();
  const { t, format, language } = i18n;
  return (
    <Card
      title={<a href={purposePath(company.slug, line.slug)}>{textIn(line.title, language)}</a>}
      end={<PurposeMark line={line} />}
      tone={row ? 'plain' : 'sunk'}
    >
      {row ? (
        <DescriptionList
          look="lines"
          facts={[
            { term: t('me.preview.known'), text: <code>{subject.slice(0, 8)}</code> },
            { term: t('me.preview.since'), text: format.date(row.since) },
            {
              term: t('me.preview.channels'),
              text:
                row.channels.length > 0
                  ? format.list(row.channels.map((channel) => t(`common.channel.${channel}`)))
                  : t('me.preview.noChannel'),
            },
            ...row.fields.map((field) => {
              const value = row.values[field];
              return {
                term: fieldLabel(t, field),
                text: value === undefined ? t('me.preview.empty') : fieldValueText(i18n, field, value),
              };
            }),
          ]}
        />
      ) : (
        <p className="soft">{t('me.preview.nothing', { company: company.name })}</p>
      )}
    </Card>
  );
}
