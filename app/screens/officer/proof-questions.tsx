import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/section.tsx';
import { textIn } from '#schema/language.ts';
import { entryPath } from './paths.ts';
import type { ProofQuestion, ProofView } from './proof-view.ts';

/** What the company asked this person, and why a question never reached them: nobody else at the company reads that. */
export function ProofQuestions({ questions }: Pick<ProofView, 'questions'>) {
  const { t, format, language } = useI18n();
  if (questions.length === 0) return null;
  return (
    <Section id="questions" title={t('officer.proof.questions')}>
      <DataTable
        caption={t('officer.proof.questions')}
        captionHidden
        density="dense"
        rows={questions}
        rowKey={({ askedAt, title }) => `${askedAt} ${textIn(title, language)}`}
        columns={[
          {
            key: 'time',
            head: t('officer.proof.asked'),
            cell: ({ askedAt }) => <time dateTime={askedAt}>{format.exact(askedAt)}</time>,
          },
          {
            key: 'purpose',
            head: t('officer.proof.purpose'),
            lead: true,
            cell: ({ title }) => textIn(title, language),
          },
          { key: 'by', head: t('officer.proof.askedBy'), cell: ({ askedBy }) => askedBy },
          {
            key: 'outcome',
            head: t('officer.proof.outcome'),
            cell: (question) => <Outcome question={question} />,
          },
        ]}
      />
      <p className="proof-note">{t('officer.proof.questionsNote')}</p>
    </Section>
  );
}

function Outcome({ question: { state, heldBack, answerIndex } }: { readonly question: ProofQuestion }) {
  const { t } = useI18n();
  if (heldBack) return <>{t(`officer.proof.held.${heldBack}`)}</>;
  if (answerIndex === null)
    return <>{t(state === 'expired' ? 'officer.proof.question.expired' : 'officer.proof.question.open')}</>;
  return (
    <>
      {t('officer.proof.question.answered')}{' '}
      <a href={entryPath(answerIndex)}>{t('officer.entry.title', { index: String(answerIndex) })}</a>
    </>
  );
}
