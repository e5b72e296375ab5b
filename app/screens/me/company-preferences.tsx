import { useI18n } from '#app/i18n/i18n-context.tsx';
import { RichText } from '#app/i18n/rich-text.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Instant } from '#schema/instant.ts';
import { Branded } from './branded.tsx';
import { ChangedWishNotice } from './changed-wish.tsx';
import { PauseForm } from './pause-form.tsx';
import { type PREFERENCES_DONE, QuietErrors } from './preferences.tsx';
import { type CompanyName, companyPath } from './view.ts';
import type { ChangedWishes, SentWishes, WishesView } from './wish.ts';
import { WishSections } from './wish-sections.tsx';

export interface CompanyPreferencesView {
  readonly company: CompanyName;
  readonly pausedUntil: Instant | null;
  /** The pause for all companies, which holds here too. */
  readonly pausedEverywhereUntil: Instant | null;
  readonly wishes: WishesView;
  readonly done: (typeof PREFERENCES_DONE)[number] | null;
  readonly changed: ChangedWishes | null;
  readonly intentId: string;
}

interface CompanyPreferencesProps {
  readonly view: CompanyPreferencesView;
  readonly sent?: SentWishes | undefined;
}

/** The same questions for one company; what is not said here is as everywhere. */
export function CompanyPreferencesScreen({ view, sent }: CompanyPreferencesProps) {
  const { t } = useI18n();
  const { company, pausedUntil, pausedEverywhereUntil, wishes, done, changed, intentId } = view;
  const { slug, name } = company;
  return (
    <Branded company={slug}>
      <Stack gap="l">
        <QuietErrors sent={sent} />
        {done === 'same' && !sent ? (
          <Notice tone="done" live="status" title={t('me.preferences.done.same')} />
        ) : null}
        {done && done !== 'same' && changed && !sent ? (
          <ChangedWishNotice title={t(`me.preferences.done.${done}`)} changed={changed} />
        ) : null}
        <PageHeader
          back={
            <BackLink
              label={t('common.nav.breadcrumb')}
              trail={[
                { href: '/me', label: t('common.nav.home') },
                { href: '/me/preferences', label: t('common.nav.preferences') },
              ]}
            />
          }
          kicker={
            <>
              <BrandMark name={name} size="s" /> {name}
            </>
          }
          title={t('me.wishes.companyHeadline', { company: name })}
          lead={t('me.wishes.companyLead')}
          actions={
            <>
              <ButtonLink href={`/me/preferences/reach#${slug}`}>{t('me.reach.title')}</ButtonLink>
              <ButtonLink href={companyPath(slug)}>{t('me.company.open', { company: name })}</ButtonLink>
            </>
          }
        />
        <WishSections view={wishes} sent={sent} />
        <Section
          id="pause"
          title={t('me.pause.titleHere', { company: name })}
          lead={t('me.pause.meansHere', { company: name })}
        >
          {pausedEverywhereUntil ? (
            <p>
              <RichText
                text={t('me.pause.everywhereToo')}
                parts={{ preferences: (text) => <a href="/me/preferences#pause">{text}</a> }}
              />
            </p>
          ) : null}
          <PauseForm until={pausedUntil} intentId={intentId} />
        </Section>
      </Stack>
    </Branded>
  );
}
