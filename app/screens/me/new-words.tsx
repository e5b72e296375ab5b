import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Card } from '#app/ui/card.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import type { ThreadLine } from '../thread/view.ts';
import { threadPath } from './messages.tsx';
import type { CompanyName } from './view.ts';
import { unbroken } from './words.ts';

/** A conversation in which the company has written and the customer has not looked since. */
export type NewWord = Pick<ThreadLine, 'id' | 'title' | 'startedBy' | 'lastAt'> & {
  readonly company: CompanyName;
};

const SHOWN = 3;

/** "Eine neue Antwort von Alpenrad." Empty where nothing is new. */
export function useNewSentence(): (words: readonly Pick<NewWord, 'startedBy' | 'company'>[]) => string {
  const { t, format } = useI18n();
  return (words) => {
    if (words.length === 0) return '';
    const names = [...new Set(words.map(({ company }) => unbroken(company.name)))];
    const kind = words.every(({ startedBy }) => startedBy === 'company') ? 'messages' : 'answers';
    return t(`me.newWords.${kind}`, { count: words.length, companies: format.list(names) });
  };
}

/** What is new to read, on the way in; gone once it was opened. */
export function NewWords({ words }: { readonly words: readonly NewWord[] }) {
  const { t, format } = useI18n();
  const sentence = useNewSentence();
  if (words.length === 0) return null;
  return (
    <Card
      tone="sunk"
      title={sentence(words)}
      footer={words.length > SHOWN ? <a href="/me/messages">{t('me.newWords.all')}</a> : undefined}
    >
      <LinkList
        label={t('me.newWords.list')}
        rows={words.slice(0, SHOWN).map(({ id, title, company, lastAt }) => ({
          key: id,
          href: threadPath(id),
          title,
          detail: t('me.newWords.from', { company: company.name, when: format.relativeDay(lastAt) }),
        }))}
      />
    </Card>
  );
}
