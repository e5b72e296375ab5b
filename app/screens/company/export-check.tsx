import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { CompanyFieldId, type FieldId } from '#schema/field.ts';
import { textIn } from '#schema/language.ts';
import { listPath, type PurposeName, type SegmentName, segmentPath } from './view.ts';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const REASON_MIN = 5;
export const REASON_MAX = 200;

export interface ExportCheckView {
  readonly companyName: string;
  readonly purpose: PurposeName;
  readonly segment: SegmentName | null;
  readonly fields: readonly FieldId[];
  readonly visible: number;
  readonly format: ExportFormat;
  /** The form came back without a sentence. */
  readonly reasonMissing: boolean;
  /** The same form came before: its file is on its way or there. */
  readonly taken: boolean;
  readonly intentId: string;
}

/** What the file will hold, who will know of it, and why it is needed; nothing is read before the button. */
export function ExportCheckScreen(view: ExportCheckView) {
  const { t, language } = useI18n();
  const { companyName, purpose, segment, fields, visible } = view;
  const nobody = visible === 0;
  return (
    <Stack gap="l">
      {view.taken ? (
        <Notice tone="done" live="status" title={t('company.exports.taken')}>
          <p>{t('company.exports.takenText')}</p>
        </Notice>
      ) : null}
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              {
                href: segment ? segmentPath(segment.id) : listPath(purpose.slug, null, null),
                label: segment ? t('company.people.toSegment') : t('company.no.toList'),
              },
            ]}
          />
        }
        title={
          nobody ? t('company.exports.headlineNobody') : t('company.exports.headline', { count: visible })
        }
        lead={nobody ? t('company.people.emptyText') : t('company.exports.lead')}
      />
      {nobody ? null : (
        <>
          <ErrorSummary
            title={t('error.form.summary', { count: 1 })}
            errors={
              view.reasonMissing
                ? [
                    {
                      id: 'reason',
                      label: t('company.exports.reason'),
                      text: t('company.exports.reasonShort'),
                    },
                  ]
                : []
            }
          />
          <Section id="check" title={t('company.exports.check')}>
            <DescriptionList
              look="lines"
              facts={[
                { term: t('company.exports.purpose'), text: textIn(purpose.title, language) },
                {
                  term: t('company.exports.segment'),
                  text: segment ? segment.name : t('company.exports.everybody'),
                },
                {
                  term: t('company.exports.people'),
                  text: t('company.exports.peopleNow', { number: visible }),
                },
                { term: t('company.exports.fields'), text: <Fields fields={fields} /> },
                { term: t('company.exports.gaps'), text: t('company.exports.gapsText') },
              ]}
            />
          </Section>
          <Notice tone="info" title={t('company.exports.seen')}>
            <p>{t('company.exports.seenText', { company: companyName })}</p>
          </Notice>
          <ExportForm {...view} />
        </>
      )}
    </Stack>
  );
}

function Fields({ fields }: Pick<ExportCheckView, 'fields'>) {
  const { t, format } = useI18n();
  if (fields.length === 0) return <>{t('company.exports.noFields')}</>;
  const own = fields.filter((field) => CompanyFieldId.safeParse(field).success);
  return (
    <>
      <p>{format.list(fields.map((field) => fieldLabel(t, field)))}</p>
      {own.map((field) => (
        <p key={field} className="soft small">
          {t('company.exports.column', { field: fieldLabel(t, field), column: field })}
        </p>
      ))}
    </>
  );
}

/** The answer is a file, the page stays where it is: it says so, and a second press brings nothing. */
function ExportForm({ purpose, segment, format, reasonMissing, intentId }: ExportCheckView) {
  const { t } = useI18n();
  const error = reasonMissing ? t('company.exports.reasonShort') : undefined;
  return (
    <form method="post" action="/company/export" noValidate>
      <Stack gap="l">
        <input type="hidden" name="intent-id" value={intentId} />
        {segment ? (
          <input type="hidden" name="segment" value={segment.id} />
        ) : (
          <input type="hidden" name="purpose" value={purpose.slug} />
        )}
        <TextArea
          name="reason"
          label={t('company.exports.reason')}
          hint={t('company.exports.reasonHint')}
          error={error}
          rows={2}
          maxLength={REASON_MAX}
          required
        />
        <ChoiceGroup
          kind="radio"
          name="format"
          legend={t('company.exports.format')}
          choices={EXPORT_FORMATS.map((value) => ({
            value,
            label: t(`company.exports.${value}`),
            detail: t(`company.exports.${value}Detail`),
            checked: value === format,
          }))}
        />
        <Actions>
          <Button kind="primary" icon="download">
            {t('company.exports.send')}
          </Button>
        </Actions>
        <p className="soft measure">{t('company.exports.after')}</p>
      </Stack>
    </form>
  );
}
