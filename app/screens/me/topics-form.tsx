import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { IntentField } from './intent-field.tsx';
import type { WishesView } from './wish.ts';
import { WishButtons } from './wish-buttons.tsx';

/** A tick switches a topic off: nothing is ticked before somebody did. */
export function TopicsForm({ topics, topicsOff, own, intentId }: WishesView) {
  const { t } = useI18n();
  return (
    <form method="post">
      <IntentField id={intentId} />
      <Stack gap="s">
        <ChoiceGroup
          kind="checkbox"
          name="off"
          id="topic"
          legend={t('me.wishes.topics.legend')}
          hint={t('me.wishes.topics.hint')}
          choices={topics.map((topic) => ({
            value: topic,
            label: t(`common.topic.${topic}`),
            end: t(topicsOff.includes(topic) ? 'common.word.off' : 'common.word.on'),
            checked: topicsOff.includes(topic),
          }))}
        />
        <WishButtons act="topics" own={own?.topics} />
      </Stack>
    </form>
  );
}
