import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Instant } from '#schema/instant.ts';

/** The customer's own mail server takes nothing for this address: receipts and codes do not arrive. */
export function MailRefusedNotice({ since }: { readonly since: Instant | null }) {
  const { t, format } = useI18n();
  if (since === null) return null;
  return (
    <Notice
      tone="problem"
      title={t('byMail.refused.title', { date: format.date(since) })}
      actions={<ButtonLink href="/me/account/address">{t('byMail.refused.change')}</ButtonLink>}
    >
      <p>{t('byMail.refused.text')}</p>
    </Notice>
  );
}
