import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Split, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/section.tsx';
import { textIn } from '#schema/language.ts';
import { Branded } from './branded.tsx';
import { ChangedWishNotice } from './changed-wish.tsx';
import { CompanyControls } from './company-controls.tsx';
import { CompanyDialogue } from './company-dialogue.tsx';
import { CompanyFacts } from './company-facts.tsx';
import { CompanyHeader } from './company-header.tsx';
import { CompanyPurposes } from './company-purposes.tsx';
import type { CompanyView } from './company-view.ts';
import { FieldQuestion } from './field-question.tsx';
import { IntentField } from './intent-field.tsx';
import { LookList } from './look-list.tsx';
import { NewWords } from './new-words.tsx';
import { QuestionsCard } from './question-lines.tsx';
import { RecallList } from './recall-list.tsx';
import { TakenBackNotice, UndoneNotice } from './taken-back-notice.tsx';

const SHOWN = 3;

/** Everything between the customer and one company, in its colour. */
export function CompanyScreen(view: CompanyView) {
  const { t, language } = useI18n();
  const { company, facts, connected, isHome, questions, looks, recalls, done, changed, takenBack, undone } =
    view;
  const { intentId, fieldQuestion, fieldAnswered } = view;
  const { slug, name } = company;
  return (
    <Branded company={slug}>
      <Stack gap="l">
        {done ? (
          <ChangedWishNotice title={t(`me.company.done.${done}`, { company: name })} changed={changed} />
        ) : null}
        {takenBack ? <TakenBackNotice taken={takenBack} intentId={intentId} action="/me/take-back" /> : null}
        {undone === null ? null : <UndoneNotice count={undone} />}
        <CompanyHeader {...view} />
        {connected ? null : <ConnectForm view={view} />}
        <NewWords words={view.newWords} />
        <QuestionsCard questions={questions} />
        {fieldAnswered ? (
          <Notice tone="done" live="status" title={t(`me.ask.done.${fieldAnswered}`)} />
        ) : null}
        <Split
          main={
            <>
              {fieldQuestion && questions.length === 0 ? (
                <FieldQuestion question={fieldQuestion} company={company} intentId={intentId} />
              ) : null}
              <CompanyPurposes company={company} connected={connected} returning={view.returning} />
              {connected ? (
                <Section
                  id="looks"
                  title={t('me.company.looks', { company: name })}
                  action={
                    looks.length > 0 ? (
                      <a href={isHome ? '/me/looks' : `/me/looks?company=${slug}`}>{t('me.home.allLooks')}</a>
                    ) : undefined
                  }
                >
                  {looks.length > 0 ? (
                    <LookList label={t('me.company.looks', { company: name })} looks={looks} />
                  ) : (
                    <p className="soft">{t('me.looks.companyNobody', { company: name })}</p>
                  )}
                  <Actions>
                    <ButtonLink href={`/me/companies/${slug}/preview`}>
                      {t('me.preview.open', { company: name })}
                    </ButtonLink>
                  </Actions>
                </Section>
              ) : null}
              {recalls.length > 0 ? (
                <Section
                  id="recalls"
                  title={t('me.recalls.here', { company: name })}
                  action={<a href="/me/recalls">{t('me.recalls.all')}</a>}
                >
                  <RecallList
                    label={t('me.recalls.here', { company: name })}
                    recalls={recalls.slice(0, SHOWN)}
                  />
                </Section>
              ) : null}
            </>
          }
          aside={
            <>
              {connected ? <CompanyDialogue company={company} isHome={isHome} /> : null}
              {connected ? <CompanyControls view={view} /> : null}
              <Section id="who" title={t('me.company.who', { company: name })} level={3}>
                <p>{textIn(facts.about, language)}</p>
                <CompanyFacts facts={facts} slug={slug} name={name} />
                <p>
                  <a href="/me/rights">{t('me.rights.title')}</a>
                </p>
              </Section>
            </>
          }
        />
      </Stack>
    </Branded>
  );
}

function ConnectForm({ view: { company, intentId } }: { readonly view: CompanyView }) {
  const { t } = useI18n();
  return (
    <form method="post">
      <IntentField id={intentId} />
      <Actions>
        <Button name="act" value="connect" kind="primary">
          {t('me.companies.connect', { company: company.name })}
        </Button>
      </Actions>
    </form>
  );
}
