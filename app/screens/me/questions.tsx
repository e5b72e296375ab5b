import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { HeldCause } from '#schema/consent-request.ts';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { IntentField } from './intent-field.tsx';
import { OpenQuestions, type QuestionLine } from './question-lines.tsx';
import { type CompanyName, purposePath } from './view.ts';

export const QUESTIONS_DONE = ['later', 'never', 'allowed'] as const;

/** A question that waits no more, or never did. */
export interface EarlierQuestion extends QuestionLine {
  readonly heldBack: HeldCause | null;
  readonly laterUntil: Instant | null;
  /** Ledger index of the answer. */
  readonly answerIndex: number | null;
}

export interface Asker extends CompanyName {
  /** Since when this company may ask no more. */
  readonly stoppedAt: Instant | null;
}

export interface QuestionsView {
  readonly open: readonly QuestionLine[];
  readonly earlier: readonly EarlierQuestion[];
  readonly askers: readonly Asker[];
  readonly done: { readonly what: (typeof QUESTIONS_DONE)[number]; readonly company: CompanyName } | null;
  readonly intentId: string;
}

/** The inbox: what is asked, what was asked, and who may ask at all. */
export function QuestionsScreen({ open, earlier, askers, done, intentId }: QuestionsView) {
  const { t } = useI18n();
  // The way back stands beside what was done, and stays below in the list.
  const stopped =
    done?.what === 'never' && askers.find(({ slug, stoppedAt }) => slug === done.company.slug && stoppedAt);
  return (
    <Stack gap="l">
      {done ? (
        <Notice
          tone="done"
          live="status"
          title={t(`me.questions.done.${done.what}`, { company: done.company.name })}
          actions={stopped ? <AskerForm asker={stopped} intentId={intentId} /> : undefined}
        >
          {stopped ? t('me.questions.neverBack') : null}
        </Notice>
      ) : null}
      <PageHeader
        title={open.length > 0 ? t('me.questions.headline', { count: open.length }) : t('me.questions.none')}
        lead={t('me.questions.lead')}
      />
      {open.length > 0 ? (
        <Section id="open" title={t('me.questions.open')}>
          <OpenQuestions questions={open} />
        </Section>
      ) : null}
      {askers.length > 0 ? (
        <Section id="who" title={t('me.questions.who')}>
          <LinkList
            label={t('me.questions.who')}
            rows={askers.map((asker) => ({
              key: asker.slug,
              title: asker.name,
              detail: <AskerState asker={asker} />,
              end: <AskerForm asker={asker} intentId={intentId} />,
            }))}
          />
          <Details summary={t('me.questions.rules')}>
            <p>{t('me.questions.rulesText')}</p>
          </Details>
        </Section>
      ) : null}
      {earlier.length > 0 ? (
        <Section id="earlier" title={t('me.questions.earlier')} lead={t('me.questions.earlierLead')}>
          <EarlierQuestions questions={earlier} />
        </Section>
      ) : null}
    </Stack>
  );
}

function AskerState({ asker: { stoppedAt } }: { readonly asker: Asker }) {
  const { t, format } = useI18n();
  return (
    <>{stoppedAt ? t('me.questions.stopped', { date: format.date(stoppedAt) }) : t('me.questions.mayAsk')}</>
  );
}

function AskerForm({ asker, intentId }: { readonly asker: Asker; readonly intentId: string }) {
  const { t } = useI18n();
  const company = asker.name;
  return (
    <form method="post">
      <IntentField id={intentId} />
      <input type="hidden" name="company" value={asker.slug} />
      <Button size="s" name="act" value={asker.stoppedAt ? 'allow' : 'never'}>
        {asker.stoppedAt ? t('me.questions.allow', { company }) : t('me.question.never', { company })}
      </Button>
    </form>
  );
}

function EarlierQuestions({ questions }: { readonly questions: readonly EarlierQuestion[] }) {
  const { t, format, language } = useI18n();
  return (
    <LinkList
      label={t('me.questions.earlier')}
      rows={questions.map((question) => {
        const { id, company, purpose, askedAt, state, heldBack, laterUntil, answerIndex } = question;
        const until = state === 'later' && laterUntil ? ` (${format.date(laterUntil)})` : '';
        return {
          key: id,
          href: answerIndex === null ? purposePath(company.slug, purpose.slug) : `/me/history/${answerIndex}`,
          title: t('me.questions.fromCompany', {
            company: company.name,
            purpose: textIn(purpose.title, language),
          }),
          detail: heldBack ? t(`me.question.held.${heldBack}`) : undefined,
          end: (
            <span className="small">
              {t(`me.question.state.${heldBack === 'no-more-questions' ? 'ended' : state}`)}
              {until}
              <br />
              <span className="soft">{t('me.questions.asked', { date: format.date(askedAt) })}</span>
            </span>
          ),
        };
      })}
    />
  );
}
