import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ChangedWishes, WishesView } from './wish.ts';
import { useWishWords } from './wish-words.ts';

interface ChangedWishNoticeProps {
  readonly title: ReactNode;
  readonly changed: ChangedWishes | null;
  readonly exempt?: WishesView['exempt'] | undefined;
  /** False: the history is out of reach, so the number is no link. */
  readonly signedIn?: boolean;
  readonly children?: ReactNode;
}

/** After an act: from what to what, where not, since when, under which number, and what happens next. */
export function ChangedWishNotice({
  title,
  changed,
  exempt,
  signedIn = true,
  children,
}: ChangedWishNoticeProps) {
  const { t, format } = useI18n();
  const words = useWishWords();
  if (!changed) return <Notice tone="done" live="status" title={title} />;
  const { changes, entry } = changed;
  const reference =
    entry && t('me.decided.reference', { time: format.dateTime(entry.at), number: String(entry.index) });
  const next = new Set(changes.map(({ to }) => t(`me.wishes.next.${to.kind}`)));
  const elsewhere = changes.flatMap(({ to }) =>
    exempt && to.kind in exempt ? exempt[to.kind as keyof typeof exempt] : [],
  );
  const names = [...new Set(elsewhere.map(({ name }) => name))];
  return (
    <Notice tone="done" live="status" title={title}>
      {changes.map(({ from, to }) => {
        const [before, now] = [words(from), words(to)];
        return (
          <p key={to.kind}>
            {before === now
              ? t('me.decided.stays', { state: now })
              : t('me.decided.fromTo', { from: before, to: now })}
          </p>
        );
      })}
      <p>{[...next].join(' ')}</p>
      {names.length > 0 ? <p>{t('me.wishes.notAt', { companies: format.list(names) })}</p> : null}
      {entry ? (
        <p className="small">
          {signedIn ? <a href={`/me/history/${entry.index}`}>{reference}</a> : reference}
        </p>
      ) : null}
      {children}
    </Notice>
  );
}
