import { useI18n } from '#app/i18n/i18n-context.tsx';
import { PageTable } from './page-table.tsx';
import { nameOf, type PartProps } from './part.ts';

/** What companies asked, also what was never put, and who asks no more. */
export function Questions({ data }: PartProps) {
  const { t, format } = useI18n();
  const { received, stopped } = data.asking;
  return (
    <>
      <PageTable
        title={t('me.questions.title')}
        empty={t('me.takeAlong.page.noQuestions')}
        head={[
          t('me.takeAlong.when'),
          t('me.takeAlong.company'),
          t('me.question.why'),
          t('me.purpose.standsTitle'),
        ]}
        rows={received.map(({ askedAt, company, reason, state, heldBack, answeredAt }) => [
          format.dateTime(askedAt),
          nameOf(data, company),
          reason ?? '',
          <>
            {heldBack ? t(`me.question.held.${heldBack}`) : t(`me.question.state.${state}`)}{' '}
            {answeredAt ? t('common.date.on', { date: format.date(answeredAt) }) : ''}
          </>,
        ])}
      />
      {stopped.map(({ company, at }) => (
        <p key={company}>
          {t('me.takeAlong.page.noMoreQuestions', { company: nameOf(data, company), date: format.date(at) })}
        </p>
      ))}
    </>
  );
}
