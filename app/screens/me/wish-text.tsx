import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { Preference } from '#schema/preference.ts';
import { useChannelNames, usePauseSentence } from './words.ts';

/** A preference in a sentence or two. */
export function WishText({ wish: { channelsOff, pausedUntil } }: { readonly wish: Preference }) {
  const { t } = useI18n();
  const channels = useChannelNames();
  const pause = usePauseSentence();
  return (
    <>
      {channelsOff && channelsOff.length > 0
        ? t('me.channels.offHere', { channels: channels(channelsOff) })
        : t('me.channels.allOn')}{' '}
      {pausedUntil ? pause(pausedUntil) : t('me.pause.none')}
    </>
  );
}
