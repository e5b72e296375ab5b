import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { LocalizedText } from '#schema/language.ts';
import { textIn } from '#schema/language.ts';
import type { SegmentConditions } from '#schema/segment.ts';
import { conditionText } from './condition-words.ts';
import { type SegmentName, segmentPath } from './view.ts';

export interface SegmentLine extends SegmentName {
  readonly purposeTitle: LocalizedText;
  readonly conditions: SegmentConditions;
  readonly visible: number;
}

export interface SegmentsView {
  readonly segments: readonly SegmentLine[];
  /** One was just deleted. */
  readonly removed: boolean;
}

export function SegmentsScreen({ segments, removed }: SegmentsView) {
  const i18n = useI18n();
  const { t, language } = i18n;
  const build = (
    <ButtonLink kind="primary" href="/company/segments/new">
      {t('company.segments.new')}
    </ButtonLink>
  );
  return (
    <Stack gap="l">
      <PageHeader
        title={
          segments.length === 0
            ? t('company.segments.title')
            : t('company.segments.headline', { count: segments.length })
        }
        lead={t('company.segments.lead')}
        actions={segments.length > 0 ? build : undefined}
      />
      {removed ? (
        <Notice tone="done" live="status" title={t('company.segments.removed')}>
          <p>{t('company.segments.removedText')}</p>
        </Notice>
      ) : null}
      {segments.length === 0 ? (
        <EmptyState title={t('company.segments.emptyTitle')} actions={build}>
          <p>{t('company.segments.emptyText')}</p>
        </EmptyState>
      ) : (
        <LinkList
          label={t('company.segments.list')}
          rows={segments.map(({ id, name, purposeTitle, conditions, visible }) => ({
            key: id,
            href: segmentPath(id),
            title: name,
            detail: [
              textIn(purposeTitle, language),
              ...conditions.conditions.map((condition) => conditionText(i18n, condition)),
            ].join(' · '),
            end: t('company.segments.members', { count: visible }),
          }))}
        />
      )}
    </Stack>
  );
}
