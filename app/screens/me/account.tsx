import { useI18n } from '#app/i18n/i18n-context.tsx';
import { AnswerPair } from '#app/ui/answer-pair.tsx';
import { Button } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import type { AgeLimit } from '#schema/age.ts';
import type { Instant } from '#schema/instant.ts';
import { Language } from '#schema/language.ts';
import { ageName } from './age-question.tsx';
import { IntentField } from './intent-field.tsx';
import type { CompanyName } from './view.ts';

export interface AccountView {
  readonly email: string;
  readonly language: Language;
  readonly since: Instant;
  /** Numbers under which companies know this customer. */
  readonly numbers: readonly { readonly company: CompanyName; readonly number: string }[];
  /** Limits that the connected companies' countries have, with what was said. */
  readonly ages: readonly { readonly limit: AgeLimit; readonly answer: boolean | null }[];
  readonly saved: boolean;
  readonly intentId: string;
}

/** The account itself: language, address, ways in, and the way to take everything along. */
export function AccountScreen({ email, language, since, numbers, ages, saved, intentId }: AccountView) {
  const { t, format } = useI18n();
  return (
    <Stack gap="l">
      {saved ? <Notice tone="done" live="status" title={t('common.status.saved')} /> : null}
      <PageHeader
        title={t('me.account.title')}
        lead={t('me.account.since', { email, date: format.date(since) })}
      />
      <Section id="rights" title={t('me.rights.title')}>
        <LinkList
          label={t('me.rights.title')}
          rows={[
            { key: 'rights', href: '/me/rights', title: t('me.rights.choose'), detail: t('me.rights.lead') },
            {
              key: 'recalls',
              href: '/me/recalls',
              title: t('me.recalls.title'),
              detail: t('me.recalls.lead'),
            },
            {
              key: 'yearly',
              href: '/me/yearly',
              title: t('me.dialogueHere.yearly'),
              detail: t('me.more.yearlyText'),
            },
          ]}
        />
      </Section>
      <Section id="along" title={t('me.account.along')}>
        <LinkList
          label={t('me.account.along')}
          rows={[
            {
              key: 'export',
              href: '/me/export',
              title: t('me.takeAlong.title'),
              detail: t('me.takeAlong.short'),
            },
            { key: 'import', href: '/me/import', title: t('me.bring.title'), detail: t('me.bring.short') },
          ]}
        />
      </Section>
      <Section id="ways-in" title={t('me.account.waysIn')}>
        <LinkList
          label={t('me.account.waysIn')}
          rows={[
            {
              key: 'address',
              href: '/me/account/address',
              title: t('me.account.changeAddress'),
              detail: email,
            },
            {
              key: 'password',
              href: '/password',
              title: t('me.account.password'),
              detail: t('me.account.passwordText'),
            },
            {
              key: 'sessions',
              href: '/me/account/sessions',
              title: t('me.account.sessions'),
              detail: t('me.account.sessionsText'),
            },
          ]}
        />
      </Section>
      <Section id="language" title={t('common.nav.language')}>
        <form method="post" className="stack stack-s">
          <IntentField id={intentId} />
          <SelectInput
            name="language"
            label={t('me.account.languageLabel')}
            hint={t('me.account.languageHint')}
            defaultValue={language}
            options={Language.options.map((code) => ({
              value: code,
              label: t(`common.ownLanguageName.${code}`),
            }))}
          />
          <Actions>
            <Button>{t('common.action.save')}</Button>
          </Actions>
        </form>
      </Section>
      {ages.length > 0 ? (
        <Section id="age" title={t('me.age.title')} lead={t('me.age.lead')}>
          <form method="post" className="stack stack-m">
            <IntentField id={intentId} />
            <input type="hidden" name="act" value="age" />
            {ages.map((age) => (
              <AgeAnswer key={age.limit} {...age} />
            ))}
            <p className="small soft">{t('me.age.noMeans')}</p>
          </form>
        </Section>
      ) : null}
      {numbers.length > 0 ? (
        <Section id="numbers" title={t('me.account.numbers')}>
          <DescriptionList
            facts={numbers.map(({ company, number }) => ({ term: company.name, text: number }))}
          />
        </Section>
      ) : null}
      <Section id="leave" title={t('me.leave.title')} lead={t('me.leave.short')}>
        <p>
          <a href="/me/leave">{t('me.account.leave')}</a>
        </p>
      </Section>
    </Stack>
  );
}

/** What was said, with the one button that says the other thing; both buttons where nothing was said. */
function AgeAnswer({ limit, answer }: AccountView['ages'][number]) {
  const { t } = useI18n();
  const name = ageName(limit);
  const age = String(limit);
  if (answer === null) {
    return (
      <AnswerPair
        name={name}
        label={t('me.age.question', { age })}
        labelShown
        yes={{ value: 'yes', label: t('common.answer.yes') }}
        no={{ value: 'no', label: t('common.answer.no') }}
      />
    );
  }
  return (
    <Stack gap="s">
      <p>{t(answer ? 'me.age.saidYes' : 'me.age.saidNo', { age })}</p>
      <Details summary={t('me.age.wrong')}>
        <Actions>
          <Button name={name} value={answer ? 'no' : 'yes'}>
            {t(answer ? 'me.age.sayNo' : 'me.age.sayYes', { age })}
          </Button>
        </Actions>
      </Details>
    </Stack>
  );
}
