import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { Instant } from '#schema/instant.ts';

/** On paper only: whose page this was, and of which moment. */
export function Printed({ at, companyName }: { readonly at: Instant; readonly companyName: string }) {
  const { t, format } = useI18n();
  return (
    <p className="print-only small">
      {companyName} · {t('common.status.forPrint', { date: format.exact(at) })}
    </p>
  );
}
