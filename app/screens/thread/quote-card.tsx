import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Card } from '#app/ui/card.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';
import { textIn } from '#schema/language.ts';
import type { QuoteView } from './view.ts';

/** The look or entry that a conversation is about, as it stood when it was begun. */
export function QuoteCard({
  quote,
  companyName,
}: {
  readonly quote: QuoteView;
  readonly companyName: string;
}) {
  const { t } = useI18n();
  return (
    <Card tone="sunk" title={t(quote.kind === 'look' ? 'thread.quoteLook' : 'thread.quoteEntry')}>
      {quote.kind === 'look' ? (
        <QuotedLook quote={quote} companyName={companyName} />
      ) : (
        <QuotedEntry quote={quote} />
      )}
    </Card>
  );
}

function QuotedLook({
  quote: { at, how, role, fields, purpose, reason },
  companyName,
}: {
  readonly quote: Extract<QuoteView, { kind: 'look' }>;
  readonly companyName: string;
}) {
  const { t, format, language } = useI18n();
  const list = format.list(fields.map((field) => fieldLabel(t, field)));
  const facts: Fact[] = [
    { term: t('me.looks.day'), text: format.dateTime(at) },
    { term: t('me.lookMore.role'), text: t(`common.role.${role}`) },
  ];
  if (purpose) facts.push({ term: t('purpose.heading'), text: textIn(purpose, language) });
  return (
    <>
      <p>
        {t(`me.looks.sentence.${how}`, {
          company: companyName,
          fields: fields.length > 0 ? list : t('me.looks.noFields'),
        })}
        {reason ? ` ${t('me.looks.reason', { reason })}` : ''}
      </p>
      <DescriptionList facts={facts} />
    </>
  );
}

function QuotedEntry({ quote }: { readonly quote: Extract<QuoteView, { kind: 'entry' }> }) {
  const { t, format } = useI18n();
  return (
    <>
      <p>
        <strong>
          {t('me.record.entry', {
            kind: t(`thread.kind.${quote.entry}`),
            date: format.day(quote.happenedOn),
          })}
        </strong>
      </p>
      <WrittenText text={quote.text} />
    </>
  );
}
