import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { QuietHours } from '#schema/preference.ts';
import type { Topic } from '#schema/topic.ts';
import type { Wish } from './wish.ts';
import { useChannelNames, usePauseSentence } from './words.ts';

/** "Angebote und Neues" */
export function useTopicNames(): (topics: readonly Topic[]) => string {
  const { t, format } = useI18n();
  return (topics) => format.list(topics.map((topic) => t(`common.topic.${topic}`)));
}

/** "höchstens 2 Nachrichten in 7 Tagen" */
export function useOften(): (most: number | null) => string {
  const { t } = useI18n();
  return (most) => (most === null ? t('me.wishes.often.any') : t('me.wishes.often.most', { count: most }));
}

/** "21:00 bis 08:00 Uhr" */
export function useQuietSpan(): (hours: Pick<QuietHours, 'from' | 'to'> | null) => string {
  const { t } = useI18n();
  return (hours) =>
    hours ? t('me.wishes.quiet.span', { from: hours.from, to: hours.to }) : t('me.wishes.quiet.none');
}

/** What a wish says, short enough for "before" and "now". */
export function useWishWords(): (wish: Wish) => string {
  const { t, format } = useI18n();
  const topics = useTopicNames();
  const channels = useChannelNames();
  const often = useOften();
  const span = useQuietSpan();
  const pause = usePauseSentence();
  return (wish) => {
    switch (wish.kind) {
      case 'topics':
        return wish.off.length > 0
          ? t('me.wishes.topics.off', { topics: topics(wish.off) })
          : t('me.wishes.topics.allOn');
      case 'channels':
        return wish.off.length > 0
          ? t('me.wishes.channels.off', { channels: channels(wish.off) })
          : t('me.wishes.channels.allOn');
      case 'often':
        return often(wish.most);
      case 'quiet':
        return span(wish.hours);
      case 'pause':
        return wish.until ? pause(wish.until) : t('me.wishes.noPause');
      case 'language':
        return format.language(wish.language);
    }
  };
}
