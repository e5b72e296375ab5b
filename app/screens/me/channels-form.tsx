import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import type { Channel } from '#schema/channel.ts';
import { IntentField } from './intent-field.tsx';

interface ChannelsFormProps {
  /** Channels that some purpose here uses, and those already off. */
  readonly channels: readonly Channel[];
  readonly off: readonly Channel[];
  /** For one company: this differs from what holds everywhere. */
  readonly differs?: boolean;
  readonly legend: string;
  readonly hint: string;
  readonly intentId: string;
}

/** A tick switches a way off: nothing is ticked before somebody did. */
export function ChannelsForm({ channels, off, differs, legend, hint, intentId }: ChannelsFormProps) {
  const { t } = useI18n();
  return (
    <form method="post">
      <IntentField id={intentId} />
      <Stack gap="s">
        <ChoiceGroup
          kind="checkbox"
          name="off"
          legend={legend}
          hint={hint}
          choices={channels.map((channel) => ({
            value: channel,
            label: t(`common.channel.${channel}`),
            end: t(off.includes(channel) ? 'common.word.off' : 'common.word.on'),
            checked: off.includes(channel),
          }))}
        />
        <Actions>
          <Button name="act" value="channels">
            {t('common.action.save')}
          </Button>
          {differs ? (
            <Button name="act" value="channels-default">
              {t('me.channels.asEverywhere')}
            </Button>
          ) : null}
        </Actions>
      </Stack>
    </form>
  );
}
