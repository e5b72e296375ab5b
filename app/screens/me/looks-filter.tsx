import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import type { LooksView } from './looks.tsx';

/** By detail and by team, within the company that is chosen. */
export function LooksFilter({ fields, roles, filter }: Pick<LooksView, 'fields' | 'roles' | 'filter'>) {
  const { t } = useI18n();
  const every = { value: '', label: t('me.lookMore.every') };
  return (
    <FilterBar
      label={t('common.action.filter')}
      action="/me/looks"
      actions={
        <>
          <Button>{t('common.action.show')}</Button>
          {filter.field || filter.role ? (
            <a href={filter.company ? `/me/looks?company=${filter.company}` : '/me/looks'}>
              {t('common.action.clear')}
            </a>
          ) : null}
        </>
      }
    >
      {filter.company ? <input type="hidden" name="company" value={filter.company} /> : null}
      <SelectInput
        name="field"
        label={t('me.lookMore.field')}
        defaultValue={filter.field ?? ''}
        options={[
          every,
          ...fields
            .map((field) => ({ value: field as string, label: fieldLabel(t, field) }))
            .sort((a, b) => (a.label < b.label ? -1 : 1)),
        ]}
      />
      <SelectInput
        name="role"
        label={t('me.lookMore.role')}
        defaultValue={filter.role ?? ''}
        options={[every, ...roles.map((role) => ({ value: role, label: t(`common.role.${role}`) }))]}
      />
    </FilterBar>
  );
}
