import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { textIn } from '#schema/language.ts';
import type { RecalledPerson } from './recall-view.ts';
import { recallPath, shortSubject } from './view.ts';

/** One line a person: whose, what, until when. What is to be done, and the word that it is, are on a page of their own. */
export function RecallLines({
  label,
  people,
}: {
  readonly label: string;
  readonly people: readonly RecalledPerson[];
}) {
  const { t, format, language } = useI18n();
  return (
    <LinkList
      label={label}
      rows={people.map(({ subject, customerNumber, recalls }) => {
        const [first] = recalls;
        const overdue = recalls.some((recall) => recall.overdue);
        return {
          key: subject,
          href: recallPath(subject),
          title:
            first && recalls.length === 1
              ? t(`company.recalls.act.${first.kind}`)
              : t('company.recalls.severalOf', { count: recalls.length }),
          detail: [
            `${t('company.recalls.person')} ${shortSubject(subject)}`,
            ...(customerNumber ? [customerNumber] : []),
            ...(recalls.length === 1 && first?.purpose ? [textIn(first.purpose, language)] : []),
          ].join(' · '),
          end: (
            <>
              {overdue ? (
                <Badge tone="wait" lead>
                  {t('company.recalls.word.overdue')}
                </Badge>
              ) : null}
              {first ? t('company.recalls.until', { date: format.shortDate(first.dueAt) }) : null}
            </>
          ),
        };
      })}
    />
  );
}
