import { useI18n } from '#app/i18n/i18n-context.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import type { PurposeTerm } from './purpose-view.ts';

const SHORTER = [1, 3, 6, 12, 24] as const;

/** Terms shorter than the text's. */
export const shorterTerms = ({ months }: PurposeTerm): number[] =>
  SHORTER.filter((one) => months === null || one < months);

/** How long a yes shall hold: as the text says, or shorter. Nobody is asked for longer. */
export function TermChoice({ term, chosen }: { readonly term: PurposeTerm; readonly chosen: string }) {
  const { t, format } = useI18n();
  const shorter = shorterTerms(term);
  if (shorter.length === 0) return null;
  const asked =
    term.months === null ? t('me.term.open') : t('me.term.asAsked', { duration: format.months(term.months) });
  return (
    <SelectInput
      name="months"
      label={t('me.term.label')}
      hint={t('me.term.hint')}
      defaultValue={chosen}
      options={[
        {
          value: '',
          label: term.runsUntil ? t('me.term.asBefore', { date: format.date(term.runsUntil) }) : asked,
        },
        ...shorter.map((months) => ({ value: String(months), label: format.months(months) })),
        ...(term.runsUntil && term.months !== null ? [{ value: String(term.months), label: asked }] : []),
      ]}
    />
  );
}
