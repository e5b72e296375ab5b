import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { Instant } from '#schema/instant.ts';
import { Language } from '#schema/language.ts';
import { ChangedWishNotice } from './changed-wish.tsx';
import { IntentField } from './intent-field.tsx';
import { PauseForm } from './pause-form.tsx';
import { brandClass, type CompanyName } from './view.ts';
import { type ChangedWishes, type SentWishes, type WishesView, type WishKind, wishesPath } from './wish.ts';
import { WishSections } from './wish-sections.tsx';
import { useTopicNames } from './wish-words.ts';
import { useChannelNames, usePauseEnd, usePauseSentence } from './words.ts';

export const PREFERENCES_DONE = [
  'paused',
  'resumed',
  'topics',
  'channels',
  'often',
  'quiet',
  'wishes',
  'language',
  'same',
] as const;

export interface PreferencesView {
  readonly pausedUntil: Instant | null;
  readonly wishes: WishesView;
  readonly language: Language;
  /** Companies the customer is connected with, and what differs there. */
  readonly companies: readonly (CompanyName & {
    readonly pausedUntil: Instant | null;
    /** Empty: everything as everywhere. */
    readonly own: readonly WishKind[];
  })[];
  readonly manyCompanies: boolean;
  readonly done: (typeof PREFERENCES_DONE)[number] | null;
  readonly changed: ChangedWishes | null;
  readonly intentId: string;
}

interface PreferencesProps {
  readonly view: PreferencesView;
  readonly sent?: SentWishes | undefined;
}

/** About what, by what and how often, for all companies; only what is enforced has a control. */
export function PreferencesScreen({ view, sent }: PreferencesProps) {
  const { t } = useI18n();
  const pause = usePauseSentence();
  const names = useChannelNames();
  const topicNames = useTopicNames();
  const { pausedUntil, wishes, companies, manyCompanies, done, changed, intentId } = view;
  const off = [
    ...(wishes.channelsOff.length > 0
      ? [t('me.preferences.channelsOff', { channels: names(wishes.channelsOff) })]
      : []),
    ...(wishes.topicsOff.length > 0
      ? [t('me.preferences.topicsOff', { topics: topicNames(wishes.topicsOff) })]
      : []),
  ];
  const headline = pausedUntil
    ? `${pause(pausedUntil)}.`
    : off.length > 0
      ? off.join(' ')
      : t('me.preferences.headline');
  return (
    <Stack gap="l">
      <QuietErrors sent={sent} />
      {done === 'same' && !sent ? (
        <Notice tone="done" live="status" title={t('me.preferences.done.same')} />
      ) : null}
      {done && done !== 'same' && changed && !sent ? (
        <ChangedWishNotice
          title={t(`me.preferences.done.${done}`)}
          changed={changed}
          exempt={wishes.exempt}
        />
      ) : null}
      <PageHeader
        title={headline}
        lead={t('me.preferences.lead')}
        actions={
          companies.length > 0 ? (
            <ButtonLink href="/me/preferences/reach">{t('me.reach.title')}</ButtonLink>
          ) : undefined
        }
      />
      <Section id="pause" title={t('me.pause.title')} lead={t('me.pause.means')}>
        <PauseForm until={pausedUntil} intentId={intentId} />
      </Section>
      <WishSections view={wishes} sent={sent} />
      {companies.length > 0 && (manyCompanies || companies.some(({ own }) => own.length > 0)) ? (
        <Section
          id="companies"
          title={t('me.preferences.perCompany')}
          lead={t('me.preferences.perCompanyLead')}
        >
          <PerCompany companies={companies} />
        </Section>
      ) : null}
      <LanguageForm {...view} />
    </Stack>
  );
}

/** The summary on top, for what a form said that could not be kept. */
export function QuietErrors({ sent }: { readonly sent: SentWishes | undefined }) {
  const { t } = useI18n();
  const errors = sent ? [{ id: 'to', text: t('me.wishes.quiet.same') }] : [];
  return (
    <ErrorSummary
      title={`${t('error.form.summary', { count: errors.length })} ${t('error.form.kept')}`}
      errors={errors}
    />
  );
}

function PerCompany({ companies }: Pick<PreferencesView, 'companies'>) {
  const { t, format } = useI18n();
  const pauseEnd = usePauseEnd();
  return (
    <LinkList
      label={t('me.preferences.perCompany')}
      rows={companies.map(({ slug, name, pausedUntil, own }) => ({
        key: slug,
        title: name,
        href: wishesPath(slug),
        mark: <BrandMark name={name} brandClass={brandClass(slug)} size="s" />,
        detail:
          own.length === 0
            ? t('me.wishes.asEverywhere')
            : t('me.wishes.differs', { wishes: format.list(own.map((kind) => t(`me.wishes.kind.${kind}`))) }),
        end: pausedUntil ? (
          <StateMark state="paused" word={t('me.purpose.paused')} date={pauseEnd(pausedUntil)} />
        ) : undefined,
      }))}
    />
  );
}

function LanguageForm({ language, intentId }: Pick<PreferencesView, 'language' | 'intentId'>) {
  const { t } = useI18n();
  return (
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
          <Button name="act" value="language">
            {t('common.action.save')}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
