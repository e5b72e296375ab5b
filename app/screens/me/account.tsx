import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import type { Instant } from '#schema/instant.ts';
import { Language } from '#schema/language.ts';
import { IntentField } from './intent-field.tsx';
import type { CompanyName } from './view.ts';

export interface AccountView {
  readonly email: string;
  readonly language: Language;
  readonly since: Instant;
  /** Numbers under which companies know this customer. */
  readonly numbers: readonly { readonly company: CompanyName; readonly number: string }[];
  readonly saved: boolean;
  readonly intentId: string;
}

/** The account itself: language, address, ways in, and the way to take everything along. */
export function AccountScreen({ email, language, since, numbers, saved, intentId }: AccountView) {
  const { t, format } = useI18n();
  return (
    <Stack gap="l">
      {saved ? <Notice tone="done" live="status" title={t('common.status.saved')} /> : null}
      <PageHeader
        title={t('me.account.title')}
        lead={t('me.account.since', { email, date: format.date(since) })}
      />
      <Section id="ways-in" title={t('me.account.waysIn')}>
        <LinkList
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
            {
              key: 'export',
              href: '/me/export',
              title: t('me.takeAlong.title'),
              detail: t('me.takeAlong.short'),
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
      {numbers.length > 0 ? (
        <Section id="numbers" title={t('me.account.numbers')}>
          <DescriptionList
            facts={numbers.map(({ company, number }) => ({ term: company.name, text: number }))}
          />
        </Section>
      ) : null}
    </Stack>
  );
}
