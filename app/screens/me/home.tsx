import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Grid, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { CompanyCard, takeBackPath } from './company-card.tsx';
import { HomeMore, type OpenRequests } from './home-more.tsx';
import { HomeStart } from './home-start.tsx';
import { type LookLine, LookList } from './look-list.tsx';
import { type NewWord, NewWords } from './new-words.tsx';
import { type QuestionLine, QuestionsCard, useQuestionSentence } from './question-lines.tsx';
import { type TakenBack, TakenBackNotice, UndoneNotice } from './taken-back-notice.tsx';
import type { CompanyLines } from './view.ts';
import { groupOf, unbroken, useMaySentence, usePauseSentence } from './words.ts';

export interface HomeView {
  readonly companies: readonly CompanyLines[];
  readonly pausedUntil: Instant | null;
  /** What companies have written and nobody has opened yet. */
  readonly newWords: readonly NewWord[];
  /** What companies ask now. */
  readonly questions: readonly QuestionLine[];
  /** Newest first, three at most. */
  readonly looks: readonly LookLine[];
  readonly requests: OpenRequests;
  readonly takenBack: TakenBack | null;
  /** How many things an undo brought back; 0: it came too late. */
  readonly undone: number | null;
  readonly intentId: string;
}

/** What holds, in sentences; then the three acts; then company by company. */
export function HomeScreen({
  companies,
  pausedUntil,
  newWords,
  questions,
  looks,
  requests,
  takenBack,
  undone,
  intentId,
}: HomeView) {
  const { t } = useI18n();
  const may = useMaySentence();
  const pause = usePauseSentence();
  if (companies.length === 0) return <HomeStart />;
  return (
    <Stack gap="l">
      {takenBack ? <TakenBackNotice taken={takenBack} intentId={intentId} action="/me/take-back" /> : null}
      {undone === null ? null : <UndoneNotice count={undone} />}
      <PageHeader
        title={pausedUntil ? `${pause(pausedUntil)}.` : may(companies)}
        lead={<Lead companies={companies} questions={questions} looks={looks} />}
        actions={<HomeActs companies={companies} paused={pausedUntil !== null} />}
      />
      <NewWords words={newWords} />
      <QuestionsCard questions={questions} />
      <Grid>
        {companies.map((company) => (
          <CompanyCard key={company.slug} company={company} />
        ))}
      </Grid>
      <p>
        <a href="/me/companies">{t('me.more.companies')}</a>
      </p>
      <Section
        id="looks"
        title={t('me.home.looks')}
        action={looks.length > 0 ? <a href="/me/looks">{t('me.home.allLooks')}</a> : undefined}
      >
        {looks.length > 0 ? (
          <LookList label={t('me.home.looks')} looks={looks} />
        ) : (
          <p className="soft">{t('me.looks.nobodyText')}</p>
        )}
      </Section>
      <HomeMore requests={requests} />
    </Stack>
  );
}

/** What runs beside that without a choice, what is asked, who looked last, and that everything can be changed. */
function Lead({ companies, questions, looks }: Pick<HomeView, 'companies' | 'questions' | 'looks'>) {
  const { t, format } = useI18n();
  const fixed = companies.flatMap(({ purposes }) => purposes.filter((line) => groupOf(line) === 'fixed'));
  const needed = fixed.length > 0 ? t('me.home.needed', { count: fixed.length }) : '';
  const asks = useQuestionSentence()(questions);
  const [last] = looks;
  const looked = last
    ? t('me.home.lastLook', { when: format.relativeDay(last.at), company: unbroken(last.company.name) })
    : t('me.home.noLook');
  return <>{[needed, asks, looked, t('me.home.lead')].filter(Boolean).join(' ')}</>;
}

/** Two steps of equal weight; ending one company's advertising stands on its card. */
export function HomeActs({
  companies,
  paused,
}: {
  readonly companies: readonly CompanyLines[];
  readonly paused: boolean;
}) {
  const { t } = useI18n();
  const runs = companies.some(({ purposes }) =>
    purposes.some(({ state }) => state === 'granted' || state === 'open' || state === 'pending'),
  );
  return (
    <>
      <ButtonLink href="/me/preferences#pause">
        {t(paused ? 'common.action.resume' : 'common.action.pauseAll')}
      </ButtonLink>
      {runs ? <ButtonLink href={takeBackPath(null)}>{t('common.action.takeBackAll')}</ButtonLink> : null}
    </>
  );
}
