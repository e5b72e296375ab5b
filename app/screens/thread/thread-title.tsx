import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Badge } from '#app/ui/badge.tsx';
import type { ThreadLine } from './view.ts';

/** What a conversation is called, and whether there is something new in it, in a word. */
export function ThreadTitle({ thread }: { readonly thread: Pick<ThreadLine, 'title' | 'isNew'> }) {
  const { t } = useI18n();
  return (
    <>
      {thread.isNew ? (
        <Badge tone="accent" lead>
          {t('thread.new')}
        </Badge>
      ) : null}
      {thread.title}
    </>
  );
}
