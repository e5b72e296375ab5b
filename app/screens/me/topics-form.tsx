import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { WishesView } from './wish.ts';

/** A tick switches a topic off: nothing is ticked before somebody did. */
export function TopicsForm({
  view,
  sent,
}: {
  readonly view: WishesView;
  readonly sent?: readonly string[] | undefined;
}) {
  const { t } = useI18n();
  const { topics, topicsOff } = view;
  const ticked: readonly string[] = sent ?? topicsOff;
  return (
    <ChoiceGroup
      kind="checkbox"
      name="topic"
      legend={t('me.wishes.topics.legend')}
      hint={t('me.wishes.topics.hint')}
      choices={topics.map((topic) => ({
        value: topic,
        label: t(`common.topic.${topic}`),
        end: topicsOff.includes(topic) ? t('common.word.off') : undefined,
        checked: ticked.includes(topic),
      }))}
    />
  );
}
