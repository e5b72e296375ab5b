import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Talk } from '#app/ui/talk.tsx';
import type { DialogueSide } from '#schema/thread.ts';
import type { SaidView, ThreadView } from './view.ts';

/** What was said, from the side of whoever reads. */
export function ThreadTalk({
  thread,
  reader,
}: {
  readonly thread: Pick<ThreadView, 'messages' | 'companyName'>;
  readonly reader: DialogueSide;
}) {
  const { t, format } = useI18n();
  const who = ({ by, role, sign, colleague }: SaidView) => {
    if (by === 'customer') return t(reader === 'customer' ? 'thread.you' : 'thread.customer');
    const staff = t('thread.staff', {
      role: t(`common.role.${role ?? 'marketer'}`),
      company: thread.companyName,
    });
    if (colleague) return `${staff}, ${colleague}`;
    return sign ? `${staff}, ${t('thread.sign', { sign })}` : staff;
  };
  return (
    <Talk
      label={t('thread.talk')}
      items={thread.messages.map((said) => ({
        key: said.id,
        own: said.by === reader,
        who: who(said),
        time: `${format.relativeDay(said.at)}, ${format.time(said.at)}`,
        dateTime: said.at,
        text: said.text,
        pictures: said.pictures.map((picture, index) => ({
          ...picture,
          label: t('thread.picture', {
            number: String(index + 1),
            total: String(said.pictures.length),
          }),
        })),
      }))}
    />
  );
}
