import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { PAUSED_FOR_GOOD } from '#schema/preference.ts';
import type { CompanyLines, PurposeLine } from './view.ts';

/** "bis 3. März" or "bis Sie sie beenden". */
export function usePauseEnd(): (until: Instant) => string {
  const { t, format } = useI18n();
  return (until) =>
    until === PAUSED_FOR_GOOD
      ? t('me.pause.untilEnded')
      : t('common.date.until', { date: format.date(until) });
}

/** A pause as a sentence of its own. */
export function usePauseSentence(): (until: Instant) => string {
  const { t, format } = useI18n();
  return (until) =>
    until === PAUSED_FOR_GOOD
      ? t('state.customer.pausedForGood')
      : t('state.customer.paused', { date: format.date(until) });
}

/** "E-Mail-Adresse und Vorname" */
export function useFieldList(): (fields: readonly FieldId[]) => string {
  const { t, format } = useI18n();
  return (fields) => format.list(fields.map((field) => fieldLabel(t, field)));
}

/** Fields that a line in a list names; the others are counted, and stand on the page behind the line. */
const NAMED = 3;

/** "E-Mail-Adresse, Vorname, Region und 4 weitere Angaben": one more than are named is named too. */
export function useShortFieldList(): (fields: readonly FieldId[]) => string {
  const { t } = useI18n();
  const all = useFieldList();
  return (fields) => {
    if (fields.length <= NAMED + 1) return all(fields);
    const named = fields.slice(0, NAMED).map((field) => fieldLabel(t, field));
    return t('me.company.moreFields', { fields: named.join(', '), count: fields.length - NAMED });
  };
}

/** "per E-Mail oder per SMS" */
export function useChannelList(): (channels: readonly Channel[]) => string {
  const { t, format } = useI18n();
  return (channels) => format.either(channels.map((channel) => t(`common.channelBy.${channel}`)));
}

/** "E-Mail und SMS" */
export function useChannelNames(): (channels: readonly Channel[]) => string {
  const { t, format } = useI18n();
  return (channels) => format.list(channels.map((channel) => t(`common.channel.${channel}`)));
}

/** What runs for these companies now, as the sentence a page begins with. */
export function useMaySentence(): (companies: readonly CompanyLines[]) => string {
  const { t, format } = useI18n();
  return (companies) => {
    const running = companies.filter(({ purposes }) => purposes.some(({ allowed }) => allowed));
    const count = running.flatMap(({ purposes }) => purposes.filter(({ allowed }) => allowed)).length;
    const [only] = companies;
    if (running.length === 0) {
      return companies.length === 1 && only
        ? t('me.may.companyNot', { company: only.name })
        : t('me.may.nobody');
    }
    if (running.length === 1 && running[0]) return t('me.may.company', { company: running[0].name, count });
    return running.length > 2
      ? t('me.may.many', { companies: String(running.length), count })
      : t('me.may.companies', { companies: format.list(running.map(({ name }) => unbroken(name))), count });
  };
}

/** "Korn & Kruste" stays on one line of a headline. */
export function unbroken(name: string): string {
  return name.replaceAll(' & ', '\u00a0&\u00a0');
}

/** Where a purpose stands on a company's page. */
export type PurposeGroup = 'running' | 'waiting' | 'undecided' | 'ended' | 'fixed';

export function groupOf({ basis, state, reason }: PurposeLine): PurposeGroup {
  if (basis === 'contract' || basis === 'legal-duty') return 'fixed';
  if (reason === 'purpose-retired' || reason === 'version-ended' || reason === 'under-age') return 'ended';
  if (state === 'granted' || state === 'open') return 'running';
  if (state === 'pending') return 'waiting';
  return state === 'undecided' ? 'undecided' : 'ended';
}
