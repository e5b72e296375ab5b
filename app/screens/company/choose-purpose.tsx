import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { textIn } from '#schema/language.ts';
import { newSegmentPath, type PurposeOption, peoplePath } from './view.ts';

interface ChoosePurposeProps {
  readonly purposes: readonly PurposeOption[];
  /** Where the choice leads. */
  readonly aim: 'people' | 'segment';
}

/** The purpose comes first; until it is chosen nothing is disclosed. */
export function ChoosePurposeScreen({ purposes, aim }: ChoosePurposeProps) {
  const { t, format, language } = useI18n();
  const forSegment = aim === 'segment';
  return (
    <Stack gap="l">
      <PageHeader
        title={t(forSegment ? 'company.choose.titleSegment' : 'company.choose.title')}
        lead={t(forSegment ? 'company.choose.leadSegment' : 'company.choose.lead')}
      />
      {purposes.length === 0 ? (
        <EmptyState title={t('company.choose.none')}>
          <p>{t('company.choose.noneText')}</p>
        </EmptyState>
      ) : (
        <LinkList
          label={t('company.choose.list')}
          rows={purposes.map(({ slug, title, fields, visible }) => ({
            key: slug,
            href: forSegment ? newSegmentPath(slug) : peoplePath(slug),
            title: textIn(title, language),
            detail:
              fields.length > 0
                ? t('company.choose.fields', { fields: format.list(fields.map((id) => fieldLabel(t, id))) })
                : t('company.choose.noFields'),
            end: t('company.overview.visible', { count: visible }),
          }))}
        />
      )}
    </Stack>
  );
}
