import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { WishesView } from './wish.ts';

/** A tick switches a way off: nothing is ticked before somebody did. */
export function ChannelsForm({
  view,
  sent,
}: {
  readonly view: WishesView;
  readonly sent?: readonly string[] | undefined;
}) {
  const { t } = useI18n();
  const { channels, channelsOff } = view;
  const ticked: readonly string[] = sent ?? channelsOff;
  return (
    <ChoiceGroup
      kind="checkbox"
      name="channel"
      legend={t('me.channels.legend')}
      hint={t('me.channels.hint')}
      choices={channels.map((channel) => ({
        value: channel,
        label: t(`common.channel.${channel}`),
        end: channelsOff.includes(channel) ? t('common.word.off') : undefined,
        checked: ticked.includes(channel),
      }))}
    />
  );
}
