import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { MOST_PER_WEEK } from '#schema/preference.ts';
import type { WishesView } from './wish.ts';
import { useOften } from './wish-words.ts';

/** How often at most; where nobody checks it, that is said beside it. */
export function OftenForm({ view, sent }: { readonly view: WishesView; readonly sent?: string | undefined }) {
  const { t } = useI18n();
  const often = useOften();
  const { mostPerWeek } = view;
  // Another program may have set a number that has no row here: it is shown, never lost.
  const numbers = [...new Set([...MOST_PER_WEEK, ...(mostPerWeek === null ? [] : [mostPerWeek])])];
  return (
    <Stack gap="s">
      <SelectInput
        name="most"
        label={t('me.wishes.often.legend')}
        hint={t('me.wishes.often.hint')}
        defaultValue={sent ?? String(mostPerWeek ?? 'any')}
        options={[null, ...numbers.sort((a, b) => a - b)].map((most) => ({
          value: String(most ?? 'any'),
          label: often(most),
        }))}
      />
      <WhoChecks {...view} />
    </Stack>
  );
}

/** A limit is active only where the company reports what it sends. */
export function WhoChecks({ checked, asked }: Pick<WishesView, 'checked' | 'asked'>) {
  const { t, format } = useI18n();
  const names = (companies: WishesView['checked']) => format.list(companies.map(({ name }) => name));
  return (
    <>
      {checked.length > 0 ? (
        <p className="small">{t('me.wishes.often.checked', { companies: names(checked) })}</p>
      ) : null}
      {asked.length > 0 ? (
        <p className="small">{t('me.wishes.often.asked', { companies: names(asked) })}</p>
      ) : null}
    </>
  );
}
