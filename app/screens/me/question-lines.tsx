import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Card } from '#app/ui/card.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import type { QuestionState } from '#schema/consent-request.ts';
import type { ConsentRequestId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import type { CompanyName } from './view.ts';
import { unbroken } from './words.ts';

/** One question of a company, in a list. */
export interface QuestionLine {
  readonly id: ConsentRequestId;
  readonly company: CompanyName;
  readonly purpose: { readonly slug: string; readonly title: LocalizedText };
  readonly askedAt: Instant;
  readonly state: QuestionState;
  /** In the company's words; null where it is not shown or not readable any more. */
  readonly reason: string | null;
}

export const questionPath = (id: string): string => `/me/questions/${id}`;

/** "Eine Frage von Korn & Kruste." Empty where nobody asks. */
export function useQuestionSentence(): (questions: readonly QuestionLine[]) => string {
  const { t, format } = useI18n();
  return (questions) => {
    if (questions.length === 0) return '';
    const names = [...new Set(questions.map(({ company }) => unbroken(company.name)))];
    return t('me.questions.home', { count: questions.length, companies: format.list(names) });
  };
}

/** What waits for an answer, as quiet as everything else that can be decided. */
export function QuestionsCard({ questions }: { readonly questions: readonly QuestionLine[] }) {
  const { t } = useI18n();
  if (questions.length === 0) return null;
  return (
    <Card
      tone="question"
      title={t('me.questions.open')}
      subtitle={t('me.questions.lead')}
      footer={<a href="/me/questions">{t('me.questions.homeLink')}</a>}
    >
      <OpenQuestions questions={questions} />
    </Card>
  );
}

export function OpenQuestions({ questions }: { readonly questions: readonly QuestionLine[] }) {
  const { t, format, language } = useI18n();
  return (
    <LinkList
      label={t('me.questions.open')}
      rows={questions.map(({ id, company, purpose, askedAt, reason }) => ({
        key: id,
        href: questionPath(id),
        title: t('me.questions.fromCompany', {
          company: company.name,
          purpose: textIn(purpose.title, language),
        }),
        detail: reason === null ? undefined : t('me.quoted', { text: reason }),
        end: <span className="soft small">{t('me.questions.asked', { date: format.date(askedAt) })}</span>,
      }))}
    />
  );
}
