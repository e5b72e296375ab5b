import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { fieldPath } from './field-view.ts';
import { IntentField } from './intent-field.tsx';
import type { ProfileField } from './profile.tsx';

interface DueValuesProps {
  readonly due: readonly ProfileField[];
  readonly intentId: string;
}

/** Values a year old: yes keeps them, the other ways lead to the value's own page. Nothing happens without an answer. */
export function DueValues({ due, intentId }: DueValuesProps) {
  const i18n = useI18n();
  const { t, format } = i18n;
  if (due.length === 0) return null;
  return (
    <Section id="due" title={t('me.review.title', { count: due.length })} lead={t('me.review.lead')}>
      <DescriptionList
        look="lines"
        facts={due.map(({ field, value, at }) => ({
          term: fieldLabel(t, field),
          text: (
            <>
              <p>
                <strong>{value === null ? '' : fieldValueText(i18n, field, value)}</strong>
              </p>
              {at ? <p className="soft small">{t('common.date.since', { date: format.date(at) })}</p> : null}
              <form method="post" action={fieldPath(field)}>
                <IntentField id={intentId} />
                <input type="hidden" name="from" value="list" />
                <Actions>
                  <Button name="act" value="confirm">
                    {t('me.review.yes')}
                    <span className="visually-hidden">: {fieldLabel(t, field)}</span>
                  </Button>
                  <ButtonLink href={fieldPath(field)}>
                    {t('me.review.change')}
                    <span className="visually-hidden">: {fieldLabel(t, field)}</span>
                  </ButtonLink>
                </Actions>
              </form>
            </>
          ),
        }))}
      />
    </Section>
  );
}
