import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';

interface QuestionsProps {
  readonly data: OwnExport;
  readonly companyName: (slug: string) => string;
}

/** What companies asked, also what was never put. */
export function CustomerQuestions({ data, companyName }: QuestionsProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={t('me.questions.title')}
      empty={t('me.questions.none')}
      head={[
        t('me.takeAlong.when'),
        t('me.takeAlong.company'),
        t('me.question.why'),
        t('me.questions.title'),
      ]}
      rows={data.asking.received.map(({ askedAt, company, reason, state, heldBack }) => [
        format.dateTime(askedAt),
        companyName(company),
        reason ?? '',
        heldBack ? t(`me.question.held.${heldBack}`) : t(`me.question.state.${state}`),
      ])}
    />
  );
}
