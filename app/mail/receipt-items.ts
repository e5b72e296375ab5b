import type { Receipt, ReceiptLine } from '#app/core/mail/receipt.ts';
import type { I18n } from '#app/i18n/i18n-context.tsx';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { PAUSED_FOR_GOOD } from '#schema/preference.ts';
import type { MailItem } from './mail-html.ts';

/** The lines of a receipt in words: from what to what, when, and under which number. */
export function receiptItems(receipt: Receipt, i18n: I18n): MailItem[] {
  return groupCompanies(receipt.lines).map((lines) => toItem(lines, i18n));
}

/** A pause for everybody is one act: one item, not one for each company. */
function groupCompanies(lines: readonly ReceiptLine[]): ReceiptLine[][] {
  const groups = new Map<string, ReceiptLine[]>();
  for (const line of lines) {
    const { company: _, index, ...said } = line;
    const key = JSON.stringify(line.about === 'purpose' ? index : said);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

function toItem(lines: readonly ReceiptLine[], i18n: I18n): MailItem {
  const { t, format, language } = i18n;
  const [line] = lines;
  if (!line) return { title: '', lines: [] };
  const companies = format.list([...new Set(lines.map(({ company }) => company))]);
  const numbers = lines.map(({ index }) => String(index));
  const reference = t('mail.receipt.reference', {
    time: format.dateTime(line.at),
    number: format.list([...new Set(numbers)]),
  });
  switch (line.about) {
    case 'purpose': {
      const { from, to, until } = line;
      const now =
        to === 'granted' && until !== null
          ? t('state.customer.consentAt.grantedUntil', { date: format.date(until) })
          : t(`state.customer.consent.${to}`);
      const told =
        from === to
          ? t('mail.receipt.changed')
          : t('mail.receipt.fromTo', { from: t(`state.customer.consent.${from}`), to: now });
      return {
        title: t('mail.receipt.purpose', { purpose: textIn(line.title, language), company: companies }),
        lines: [told, reference],
      };
    }
    case 'pause': {
      const pause = (until: Instant | null) =>
        until === null || until <= line.at
          ? t('mail.receipt.noPause')
          : until === PAUSED_FOR_GOOD
            ? t('state.customer.pausedForGood')
            : t('state.customer.paused', { date: format.date(until) });
      return {
        title: t('mail.receipt.pause', { company: companies }),
        lines: [t('mail.receipt.fromTo', { from: pause(line.from), to: pause(line.to) }), reference],
      };
    }
    case 'preference':
      return {
        title: t('mail.receipt.preference', { company: companies }),
        lines: [...wishes(line, i18n), reference],
      };
  }
}

function wishes(
  { channelsOff, topics, mostPerWeek, quiet }: Extract<ReceiptLine, { about: 'preference' }>,
  { t, format }: I18n,
): string[] {
  const names = (channelsOff ?? []).map((channel) => t(`common.channel.${channel}`));
  return [
    ...(channelsOff === undefined
      ? []
      : [
          names.length > 0
            ? t('mail.receipt.channelsOff', { channels: format.list(names) })
            : t('mail.receipt.channelsOn'),
        ]),
    ...(topics ? [t('mail.receipt.topics')] : []),
    ...(mostPerWeek === undefined
      ? []
      : [mostPerWeek === null ? t('mail.receipt.noLimit') : t('mail.receipt.limit', { count: mostPerWeek })]),
    ...(quiet === undefined
      ? []
      : [quiet === null ? t('mail.receipt.noQuiet') : t('mail.receipt.quiet', quiet)]),
  ];
}
