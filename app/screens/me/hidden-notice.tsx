import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { textIn } from '#schema/language.ts';
import type { FieldView } from './field-view.ts';
import { purposePath } from './view.ts';

interface HiddenNoticeProps {
  readonly label: string;
  readonly hidden: NonNullable<FieldView['hidden']>;
}

/** What hiding did: each change with its receipt, and the page on which it can be undone for ten minutes. */
export function HiddenNotice({ label, hidden: { company, lines } }: HiddenNoticeProps) {
  const { t, language } = useI18n();
  return (
    <Notice tone="done" live="status" title={t('me.hide.done', { company: company.name, field: label })}>
      <ul>
        {lines.map(({ purpose, title, index, ended }) => (
          <li key={purpose}>
            {t(ended ? 'me.hide.didEnd' : 'me.hide.didNarrow', { purpose: textIn(title, language) })}{' '}
            <a href={purposePath(company.slug, purpose)}>{t('me.hide.undo')}</a>{' '}
            <a href={`/me/history/${index}`}>{t('me.hide.receipt')}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
