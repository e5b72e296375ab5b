import { fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Actions } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { Instant } from '#schema/instant.ts';
import type { FieldView } from './field-view.ts';
import { IntentField } from './intent-field.tsx';

/** What stood there before, and the reminder: both the customer's to switch off. */
export function FieldHistory({ view }: { readonly view: FieldView }) {
  return (
    <>
      {view.history.length > 0 ? <Earlier view={view} /> : null}
      {view.value !== null && view.from.length === 0 ? <Reminder view={view} /> : null}
    </>
  );
}

function Earlier({ view: { field, history, intentId } }: { readonly view: FieldView }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const day = (text: string) => {
    const at = Instant.safeParse(text).data;
    return at ? format.shortDate(at) : '';
  };
  return (
    <Section id="earlier" title={t('me.ownField.earlier')} lead={t('me.ownField.earlierLead')}>
      <DataTable
        caption={t('me.ownField.earlier')}
        captionHidden
        columns={[
          {
            key: 'value',
            head: t('me.takeAlong.value'),
            lead: true,
            cell: ({ value }) => fieldValueText(i18n, field, value),
          },
          {
            key: 'when',
            head: t('me.takeAlong.when'),
            nowrap: true,
            cell: ({ at, until }) => t('me.ownField.span', { from: day(at), until: day(until) }),
          },
          {
            key: 'source',
            head: t('me.takeAlong.origin'),
            cell: ({ source }) => t(`field.source.${source}`),
          },
        ]}
        rows={history}
        rowKey={({ at, until }) => `${at} ${until}`}
      />
      <form method="post">
        <IntentField id={intentId} />
        <Actions>
          <Button name="act" value="forget">
            {t('me.ownField.forget')}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}

function Reminder({ view: { reminder, intentId } }: { readonly view: FieldView }) {
  const { t, format } = useI18n();
  const { wanted, at, allOff } = reminder;
  return (
    <Section id="reminder" title={t('me.review.reminder')}>
      <p>
        {!wanted
          ? t('me.review.offHere')
          : allOff
            ? t('me.review.offEverywhere')
            : t('me.review.on', { date: at ? format.date(at) : '' })}
      </p>
      <form method="post">
        <IntentField id={intentId} />
        <input type="hidden" name="wanted" value={wanted ? 'no' : 'yes'} />
        <Actions>
          <Button name="act" value="remind">
            {t(wanted ? 'me.review.switchOff' : 'me.review.switchOn')}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
