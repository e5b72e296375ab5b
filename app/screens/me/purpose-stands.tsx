import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Details } from '#app/ui/details.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import type { Language } from '#schema/language.ts';
import { IntentField } from './intent-field.tsx';
import { ChoiceFields } from './purpose-choice.tsx';
import { EmptyDetails, StandsFacts } from './purpose-facts.tsx';
import { PurposeMark } from './purpose-mark.tsx';
import { needsNewYes, type PurposeView } from './purpose-view.ts';
import { shorterTerms } from './term-choice.tsx';
import { useChannelNames, useFieldList } from './words.ts';

interface StandsProps {
  readonly view: PurposeView;
  /** Of the text on this page: part of each decision's record. */
  readonly language: Language;
}

/** What holds now, since when and until when, with the one control that ends or reopens it. */
export function PurposeStands({ view, language }: StandsProps) {
  const { t } = useI18n();
  const { line, company } = view;
  if (line.basis === 'contract' || line.basis === 'legal-duty') {
    return (
      <Card title={t('me.purpose.standsTitle')}>
        <PurposeMark line={line} />
        <p>{t(`purpose.basisText.${line.basis}`)}</p>
      </Card>
    );
  }
  if (line.state === 'undecided') {
    return view.undo ? (
      <Card title={t('me.purpose.standsTitle')}>
        <PurposeMark line={line} />
        <UndoForm view={view} language={language} />
      </Card>
    ) : null;
  }
  const runs = line.state === 'granted' || line.state === 'open';
  return (
    <Card title={t('me.purpose.standsTitle')}>
      <PurposeMark line={line} />
      {line.state === 'pending' ? <p>{t('me.purpose.pendingText')}</p> : null}
      {needsNewYes(view) ? <ChangedText view={view} /> : null}
      {line.empty.length > 0 ? <EmptyDetails view={view} /> : null}
      {runs ? <StandsFacts view={view} /> : <p>{t('me.purpose.notUsed', { company: company.name })}</p>}
      <StandsControl view={view} language={language} />
      <UndoForm view={view} language={language} />
      {line.state === 'granted' && !needsNewYes(view) && !view.retired ? <ChangeForm view={view} /> : null}
    </Card>
  );
}

/** What the company wants beyond the yes that it has, so that nobody answers blind. */
function ChangedText({ view: { oldScope, lastIndex } }: { readonly view: PurposeView }) {
  const { t, format } = useI18n();
  const fields = useFieldList();
  const channels = useChannelNames();
  if (!oldScope) return null;
  const { until, over, newFields, newChannels, newTopics, newRecipients, newProfiling, newTerm } = oldScope;
  const news = [
    newFields.length > 0 ? t('purpose.change.newFields', { fields: fields(newFields) }) : null,
    newChannels.length > 0 ? t('purpose.change.newChannels', { channels: channels(newChannels) }) : null,
    newTopics.length > 0
      ? t('purpose.change.newTopics', {
          topics: format.list(newTopics.map((topic) => t(`common.topic.${topic}`))),
        })
      : null,
    newRecipients.length > 0
      ? t('purpose.change.newRecipients', { names: format.list(newRecipients) })
      : null,
    newProfiling ? t('purpose.change.newProfiling') : null,
    newTerm
      ? t('purpose.change.newTerm', {
          term: newTerm.months === null ? t('me.term.open') : format.months(newTerm.months),
        })
      : null,
  ].filter((one) => one !== null);
  return (
    <Stack gap="s">
      <p>
        {until && !over
          ? t('purpose.change.changedText', { date: format.date(until) })
          : t('purpose.change.endedText')}
      </p>
      {news.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {lastIndex === null ? null : (
        <p>
          <a href={`/me/history/${lastIndex}`}>{t('purpose.change.readOld')}</a>
        </p>
      )}
    </Stack>
  );
}

/** One press, no reason asked. Stop and "allow again" are the same row; a new consent is given below its text. */
function StandsControl({ view, language }: StandsProps) {
  const { t } = useI18n();
  const { line, intentId, retired, versionId } = view;
  const { state, basis } = line;
  const ends = state === 'granted' || state === 'pending' || state === 'open';
  if ((retired && state !== 'granted') || (!ends && state !== 'objected')) return null;
  const word = basis === 'consent' ? 'takeBack' : ends ? 'stop' : 'allowAgain';
  return (
    <form method="post">
      <IntentField id={intentId} />
      <input type="hidden" name="version" value={versionId} />
      <input type="hidden" name="language" value={language} />
      <Actions>
        <Button name="act" value={ends ? 'no' : 'yes'}>
          {t(`purpose.decision.${word}`)}
        </Button>
      </Actions>
    </form>
  );
}

function UndoForm({ view: { undo, intentId }, language }: StandsProps) {
  const { t, format } = useI18n();
  if (!undo) return null;
  return (
    <form method="post" className="stack stack-s">
      <IntentField id={intentId} />
      <input type="hidden" name="index" value={undo.index} />
      <input type="hidden" name="language" value={language} />
      <p className="small soft">{t('common.status.undoUntil', { time: format.time(undo.until) })}</p>
      <Actions>
        <Button size="s" name="act" value="undo">
          {t('common.action.undo')}
        </Button>
      </Actions>
    </form>
  );
}

/** Ticks show what is stored. */
function ChangeForm({ view }: { readonly view: PurposeView }) {
  const { t } = useI18n();
  const optional = view.asked.some(({ required }) => !required);
  const shorter = shorterTerms(view.term).length > 0;
  if (view.age?.answer === false || (!optional && view.channels.length < 2 && !shorter)) return null;
  return (
    <Details summary={t('purpose.decision.change')} id="change">
      <form method="post" className="stack stack-m">
        <IntentField id={view.intentId} />
        <ChoiceFields
          view={view}
          chosen={{ fields: view.line.fields, channels: view.chosenChannels, months: '' }}
          errors={[]}
        />
        <Actions>
          <Button name="act" value="yes">
            {t('purpose.decision.saveChange')}
          </Button>
        </Actions>
      </form>
    </Details>
  );
}
