import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { Preference } from '#schema/preference.ts';
import { useWishWords } from './wish-words.ts';
import { useZoneName } from './zone-words.ts';

interface WishTextProps {
  readonly wish: Preference;
  /** For one company: what is not said there is as for all. */
  readonly own: boolean;
}

/** Everything that a preference says, a line each; what it leaves as for all companies is not repeated. */
export function WishText({ wish, own }: WishTextProps) {
  const { t } = useI18n();
  const words = useWishWords();
  const zone = useZoneName();
  const { topicsOff, channelsOff, mostPerWeek, quietHours, pausedUntil } = wish;
  const said = (value: unknown) => !own || (value !== null && value !== undefined);
  const hours = typeof quietHours === 'object' ? quietHours : null;
  const lines = [
    said(topicsOff) ? line('me.wishes.topics.title', words({ kind: 'topics', off: topicsOff ?? [] })) : null,
    said(channelsOff) ? line('me.channels.title', words({ kind: 'channels', off: channelsOff ?? [] })) : null,
    said(mostPerWeek)
      ? line(
          'me.wishes.often.title',
          words({ kind: 'often', most: typeof mostPerWeek === 'number' ? mostPerWeek : null }),
        )
      : null,
    said(quietHours)
      ? line(
          'me.wishes.quiet.title',
          [words({ kind: 'quiet', hours }), hours ? zone(hours.timeZone) : null].filter(Boolean).join(', '),
        )
      : null,
    !own || pausedUntil ? line('me.bring.wishPause', words({ kind: 'pause', until: pausedUntil })) : null,
  ];
  return lines.map((text) => (text === null ? null : <div key={text}>{text}</div>));

  function line(title: LineTitle, text: string): string {
    return t('me.bring.wishLine', { title: t(title), text });
  }
}

type LineTitle =
  | 'me.wishes.topics.title'
  | 'me.channels.title'
  | 'me.wishes.often.title'
  | 'me.wishes.quiet.title'
  | 'me.bring.wishPause';
