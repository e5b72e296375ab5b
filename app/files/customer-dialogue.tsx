import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';

interface DialogueProps {
  readonly data: OwnExport;
  readonly companyName: (slug: string) => string;
}

/** What was said, word by word, and what companies wrote down. */
export function CustomerDialogue({ data, companyName }: DialogueProps) {
  const { t, format } = useI18n();
  return (
    <>
      <PageTable
        title={t('me.messages.title')}
        empty={t('me.messages.headlineEmpty')}
        head={[t('me.takeAlong.when'), t('me.messages.title'), t('me.looks.who'), t('thread.text')]}
        rows={data.conversations.flatMap(({ company, title, messages }) =>
          messages.map(({ at, by, role, text, pictures }) => [
            format.dateTime(at),
            title,
            by === 'customer'
              ? t('thread.you')
              : t('thread.staff', {
                  role: t(`common.role.${role ?? 'marketer'}`),
                  company: companyName(company),
                }),
            [text, ...pictures].join('\n'),
          ]),
        )}
      />
      <PageTable
        title={t('me.record.title')}
        empty={t('me.record.noneTitle')}
        head={[t('me.takeAlong.when'), t('me.takeAlong.company'), t('me.record.list')]}
        rows={data.companyNotes.map(({ company, kind, happenedOn, text }) => [
          format.day(happenedOn),
          companyName(company),
          `${t(`thread.kind.${kind}`)}: ${text}`,
        ])}
      />
    </>
  );
}
