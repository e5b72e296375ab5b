import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { Wish } from '#app/screens/me/wish.ts';
import { useWishWords } from '#app/screens/me/wish-words.ts';
import { usePauseSentence } from '#app/screens/me/words.ts';
import { PageTable } from './page-table.tsx';
import { moreIn, nameOf, type PartProps } from './part.ts';

/** About what, by what, how often and when not; what a company has of its own. */
export function Preferences({ data }: PartProps) {
  const { t } = useI18n();
  const words = useWishWords();
  const pause = usePauseSentence();
  return (
    <PageTable
      title={t('me.preferences.title')}
      head={[
        t('me.takeAlong.company'),
        t('me.wishes.topics.title'),
        t('me.channels.title'),
        t('me.wishes.often.title'),
        t('me.wishes.quiet.title'),
        t('me.purpose.paused'),
      ]}
      rows={data.preferences.map(
        ({ company, topicsOff, channelsOff, mostPerWeek, quietHours, pausedUntil }) => {
          const own = (said: unknown, wish: Wish) =>
            company && (said === null || said === undefined) ? t('me.wishes.asForAll') : words(wish);
          return [
            company ? nameOf(data, company) : t('common.word.all'),
            own(topicsOff, { kind: 'topics', off: topicsOff ?? [] }),
            own(channelsOff, { kind: 'channels', off: channelsOff ?? [] }),
            own(mostPerWeek, { kind: 'often', most: typeof mostPerWeek === 'number' ? mostPerWeek : null }),
            own(quietHours, { kind: 'quiet', hours: typeof quietHours === 'object' ? quietHours : null }),
            pausedUntil ? pause(pausedUntil) : t('me.pause.none'),
          ];
        },
      )}
    />
  );
}

const MOST_USES_SHOWN = 200;

/** What companies said they sent. */
export function Uses({ data }: PartProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.takeAlong.messages')}
      head={[
        t('me.takeAlong.when'),
        t('me.takeAlong.company'),
        t('purpose.card.channels'),
        t('purpose.card.topics'),
      ]}
      more={moreIn('tables/uses.csv', data.uses.length, Math.min(data.uses.length, MOST_USES_SHOWN))}
      rows={data.uses
        .slice(0, MOST_USES_SHOWN)
        .map(({ at, company, channel, topic }) => [
          format.dateTime(at),
          nameOf(data, company),
          t(`common.channel.${channel}`),
          topic ? t(`common.topic.${topic}`) : '',
        ])}
    />
  );
}
