import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ChangedWish } from './wish.ts';
import { useWishWords } from './wish-words.ts';

/** After an act: from what to what, since when, under which number, and what happens next. */
export function ChangedWishNotice({
  title,
  changed,
  signedIn = true,
  children,
}: {
  readonly title: ReactNode;
  readonly changed: ChangedWish | null;
  /** False: the history is out of reach, so the number is no link. */
  readonly signedIn?: boolean;
  readonly children?: ReactNode;
}) {
  const { t, format } = useI18n();
  const words = useWishWords();
  if (!changed) return <Notice tone="done" live="status" title={title} />;
  const { from, to, entry } = changed;
  const reference =
    entry && t('me.decided.reference', { time: format.dateTime(entry.at), number: String(entry.index) });
  const [before, now] = [words(from), words(to)];
  return (
    <Notice tone="done" live="status" title={title}>
      <p>
        {before === now
          ? t('me.decided.stays', { state: now })
          : t('me.decided.fromTo', { from: before, to: now })}
      </p>
      <p>{t(`me.wishes.next.${to.kind}`)}</p>
      {entry ? (
        <p className="small">
          {signedIn ? <a href={`/me/history/${entry.index}`}>{reference}</a> : reference}
        </p>
      ) : null}
      {children}
    </Notice>
  );
}
