import type { MailSecret } from '#app/core/sign-in/draft-mail.ts';
import type { I18n } from '#app/i18n/i18n-context.tsx';
import type { MailItem } from './mail-html.ts';

/** What the last mail says of each company: what stays until when, and what it was told. */
export function farewellItems(
  companies: NonNullable<MailSecret['farewell']>,
  { t, format }: I18n,
): MailItem[] {
  return companies.map(({ company, proofUntil, told }) => ({
    title: company,
    lines: [
      proofUntil
        ? t('mail.farewell.proofUntil', { date: format.date(proofUntil) })
        : t('mail.farewell.noProof'),
      ...(told ? [t('mail.farewell.told')] : []),
    ],
  }));
}

/** "Firefox auf Windows", and when. */
export function deviceItem(
  { at, browser, system }: NonNullable<MailSecret['device']>,
  { t, format }: I18n,
): MailItem {
  return {
    title: t('mail.new-device.device', {
      browser: t(`mail.new-device.browser.${browser}`),
      system: t(`mail.new-device.system.${system}`),
    }),
    lines: [format.dateTime(at)],
  };
}
