import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Section } from '#app/ui/section.tsx';

/** How many recalls the company has not confirmed, and for how many its time is over. */
export interface RecallFigures {
  readonly open: number;
  readonly overdue: number;
}

export function RecallsDue({ recalls: { open, overdue } }: { readonly recalls: RecallFigures }) {
  const { t } = useI18n();
  return (
    <Section
      id="recalls"
      title={t('officer.recalls.title')}
      action={<a href="/officer/recalls">{t('officer.recalls.toAll')}</a>}
    >
      <p className={overdue > 0 ? undefined : 'soft'}>
        {open > 0 ? t('officer.recalls.headline', { count: open }) : t('officer.recalls.headlineNone')}
        {overdue > 0 ? ` ${t('officer.recalls.overdue', { count: overdue })}` : ''}
      </p>
    </Section>
  );
}
