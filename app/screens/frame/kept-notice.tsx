import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Above a form that holds again what was typed before; nothing of it was sent. */
export function KeptNotice() {
  const { t } = useI18n();
  return (
    <Notice tone="info" live="status" title={t('common.kept.title')}>
      <p>{t('common.kept.text')}</p>
    </Notice>
  );
}
