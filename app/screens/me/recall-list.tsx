import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type StateName, StateShape } from '#app/ui/state-mark.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { RecallKind, RecallState } from '#schema/recall.ts';
import type { CompanyName } from './view.ts';
import { useFieldList } from './words.ts';

/** A company was told what to do with data it had read. */
export interface RecallLine {
  readonly key: string;
  readonly company: CompanyName;
  readonly kind: RecallKind;
  readonly fields: readonly FieldId[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly looks: number;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly state: RecallState;
  readonly overdue: boolean;
  readonly closedAt: Instant | null;
  readonly note: string | null;
  /** Where the history has the company's word. */
  readonly ledgerIndex: number | null;
}

export function RecallList({
  label,
  recalls,
}: {
  readonly label: string;
  readonly recalls: readonly RecallLine[];
}) {
  const { t, format } = useI18n();
  const fieldList = useFieldList();
  return (
    <Timeline
      label={label}
      items={recalls.map((recall) => ({
        key: recall.key,
        time: format.relativeDay(recall.openedAt),
        dateTime: recall.openedAt,
        mark: <StateShape state={SHAPES[recall.state]} />,
        title: t(`me.recalls.ask.${recall.kind}`, {
          company: recall.company.name,
          fields: fieldList(recall.fields),
        }),
        children: <Standing recall={recall} />,
      }))}
    />
  );
}

const SHAPES: Readonly<Record<RecallState, StateName>> = {
  told: 'pending',
  confirmed: 'granted',
  'called-off': 'withdrawn',
  covered: 'expired',
};

function Standing({ recall }: { readonly recall: RecallLine }) {
  const { t, format } = useI18n();
  const { state, overdue, openedAt, closedAt, dueAt, firstAt, lastAt, looks, note, ledgerIndex } = recall;
  return (
    <>
      <p>
        {t(`me.recalls.state.${overdue ? 'overdue' : state}`, {
          date: format.date(closedAt ?? openedAt),
          due: format.date(dueAt),
        })}
      </p>
      <p className="soft small">
        {looks === 1
          ? t('me.recalls.receivedOnce', { last: format.date(lastAt) })
          : t(
              format.date(firstAt) === format.date(lastAt)
                ? 'me.recalls.receivedOneDay'
                : 'me.recalls.receivedOften',
              {
                times: format.number(looks),
                first: format.date(firstAt),
                last: format.date(lastAt),
              },
            )}
      </p>
      {note ? <p>{t('me.recalls.note', { note })}</p> : null}
      {ledgerIndex === null ? null : (
        <p>
          <a href={`/me/history/${ledgerIndex}`}>{t('me.recalls.inHistory')}</a>
        </p>
      )}
    </>
  );
}
