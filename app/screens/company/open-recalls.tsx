import { fieldLabel } from '#app/i18n/field-words.ts';
import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Actions } from '#app/ui/layout.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { FieldId } from '#schema/field.ts';
import { textIn } from '#schema/language.ts';
import type { CompanyRecall, RecalledPerson } from './recall-view.ts';
import type { RecallForm } from './recalls.tsx';

/** All that one person's acts ask of the company, and one form to say which of it is done. */
export function OpenPerson({
  person: { subject, customerNumber, recalls },
  intentId,
  form,
}: {
  readonly person: RecalledPerson;
  readonly intentId: string;
  readonly form: RecallForm | undefined;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [only] = recalls;
  const one = recalls.length === 1 ? only : undefined;
  const choiceId = `which-${subject}`;
  const noteId = `note-${subject}`;
  const said = form ? tell(t, form.error) : undefined;
  const answer = (
    <form method="post" className="stack stack-s">
      <input type="hidden" name="intent-id" value={intentId} />
      <input type="hidden" name="person" value={subject} />
      {one ? (
        <input type="hidden" name="recall" value={one.id} />
      ) : (
        <ChoiceGroup
          kind="checkbox"
          name="recall"
          id={choiceId}
          legend={t('company.recalls.which')}
          error={form?.at === 'recall' ? said : undefined}
          choices={recalls.map((recall) => ({
            value: recall.id,
            label: t(`company.recalls.act.${recall.kind}`),
            detail: <DescriptionList facts={factsOf(recall, i18n)} />,
            end: <Due recall={recall} />,
            checked: form?.recallIds.includes(recall.id),
          }))}
        />
      )}
      <TextArea
        name="note"
        id={noteId}
        label={t('company.recalls.note')}
        hint={t('company.recalls.noteHint')}
        error={form?.at === 'note' ? said : undefined}
        defaultValue={form?.note}
        rows={2}
      />
      <Actions>
        <Button>{t('company.recalls.confirm')}</Button>
      </Actions>
    </form>
  );
  return (
    <Card
      level={3}
      id={`person-${subject}`}
      title={
        one ? t(`company.recalls.act.${one.kind}`) : t('company.recalls.severalOf', { count: recalls.length })
      }
      end={one ? <Due recall={one} /> : undefined}
    >
      <DescriptionList
        facts={[
          { term: t('company.recalls.person'), text: <HashValue value={subject} /> },
          ...(customerNumber ? [{ term: t('company.recalls.number'), text: customerNumber }] : []),
          ...(one ? factsOf(one, i18n) : []),
        ]}
      />
      {answer}
    </Card>
  );
}

function Due({ recall: { overdue } }: { readonly recall: CompanyRecall }) {
  const { t } = useI18n();
  return (
    <Badge tone={overdue ? 'wait' : 'plain'}>
      {t(`company.recalls.word.${overdue ? 'overdue' : 'told'}`)}
    </Badge>
  );
}

function factsOf(recall: CompanyRecall, i18n: I18n): Fact[] {
  const { t, format, language } = i18n;
  const { kind, purpose, fields, stays, firstAt, lastAt, looks, dueAt } = recall;
  const last = format.shortDate(lastAt);
  const first = format.shortDate(firstAt);
  const names = (some: readonly FieldId[]) => format.list(some.map((field) => fieldLabel(t, field)));
  const goes = fields.filter((field) => !stays.includes(field));
  return [
    {
      term: t('company.recalls.purpose'),
      text: purpose ? textIn(purpose, language) : t('company.recalls.everything'),
    },
    ...(goes.length > 0 ? [{ term: t(`company.recalls.concerns.${kind}`), text: names(goes) }] : []),
    ...(stays.length > 0 ? [{ term: t('company.recalls.stays'), text: names(stays) }] : []),
    {
      term: t('company.recalls.received'),
      text:
        looks === 1
          ? t('company.recalls.receivedOnce', { last })
          : t(first === last ? 'company.recalls.receivedOneDay' : 'company.recalls.receivedOften', {
              times: format.number(looks),
              first,
              last,
            }),
    },
    { term: t('company.recalls.due'), text: format.date(dueAt) },
  ];
}
