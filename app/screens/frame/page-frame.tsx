import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Account } from '#app/ui/account.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { LanguageSwitch } from '#app/ui/language-switch.tsx';
import { Shell } from '#app/ui/shell.tsx';
import { SiteFooter } from '#app/ui/site-footer.tsx';
import type { Instant } from '#schema/instant.ts';
import { Language } from '#schema/language.ts';
import type { Area } from './area.ts';
import { useAreaNav } from './area-nav.ts';

/** What every page knows about itself, from the root loader. */
export interface FrameFacts {
  readonly area: Area;
  /** Path with query of this page, for the language switch and the way back. */
  readonly here: string;
  /** Null: nobody is signed in. */
  readonly account: {
    readonly name: string;
    readonly detail: string | null;
    readonly home: string;
    readonly roles: readonly string[];
  } | null;
  /** The company whose page or staff area this is. */
  readonly company: { readonly name: string; readonly slug: string } | null;
  readonly log: { readonly whole: boolean; readonly checkedAt: Instant | null; readonly size: number };
  /** More than one company: then there is a directory. */
  readonly manyCompanies: boolean;
  readonly demo: boolean;
}

interface PageFrameProps {
  readonly facts: FrameFacts;
  readonly width: 'narrow' | 'page' | 'wide';
  /** A form is open on the page. */
  readonly keeps: boolean;
  readonly children: ReactNode;
}

/** Bar, navigation, footer with the log's health: the same around every page. */
export function PageFrame({ facts, width, keeps, children }: PageFrameProps) {
  const { t } = useI18n();
  const nav = useAreaNav(facts);
  return (
    <Shell
      skipLabel={t('common.nav.skip')}
      homeHref={facts.account?.home ?? '/'}
      brand={facts.company ? <CompanyBrand {...facts.company} /> : undefined}
      nav={
        nav.length > 0
          ? {
              label: t('common.nav.main'),
              items: nav,
              menuLabel: t('common.nav.menu'),
              closeLabel: t('common.action.close'),
            }
          : undefined
      }
      tools={<Tools facts={facts} keeps={keeps} />}
      footer={<Footer facts={facts} />}
      width={width}
    >
      {children}
    </Shell>
  );
}

function CompanyBrand({ name, slug }: { readonly name: string; readonly slug: string }) {
  return (
    <>
      <BrandMark name={name} brandClass={`brand-${slug}`} size="s" />
      {name}
    </>
  );
}

function Tools({ facts, keeps }: Pick<PageFrameProps, 'facts' | 'keeps'>) {
  const { t, language } = useI18n();
  const to = encodeURIComponent(facts.here);
  return (
    <>
      <LanguageSwitch
        label={t('common.nav.language')}
        form={keeps ? ENTRY_FORM : undefined}
        options={Language.options.map((code) => ({
          code,
          short: code.toUpperCase(),
          name: t(`common.ownLanguageName.${code}`),
          href: `/language?lang=${code}&to=${to}`,
          current: code === language,
        }))}
      />
      {facts.account ? (
        <Account
          name={facts.account.name}
          detail={facts.area === 'me' ? t('common.nav.account') : (facts.account.detail ?? undefined)}
          href={facts.area === 'me' ? '/me/account' : undefined}
        >
          <form method="post" action="/sign-out">
            <button type="submit" className="account-button">
              {t('common.nav.signOut')}
            </button>
          </form>
        </Account>
      ) : (
        <a href="/sign-in">{t('common.nav.signIn')}</a>
      )}
    </>
  );
}

function Footer({ facts: { log, demo } }: { readonly facts: FrameFacts }) {
  const { t, format } = useI18n();
  const when = log.checkedAt ? format.ago(log.checkedAt) : null;
  const status =
    when === null
      ? { tone: 'wait' as const, text: t('common.footer.logUnchecked') }
      : log.whole
        ? { tone: 'done' as const, text: t('common.footer.logWhole', { when, count: log.size }) }
        : { tone: 'problem' as const, text: t('common.footer.logBroken', { when }) };
  return (
    <SiteFooter
      status={status}
      label={t('common.nav.help')}
      links={[
        { href: '/privacy', label: t('common.footer.notice') },
        { href: '/imprint', label: t('common.footer.imprint') },
        ...(demo
          ? [
              { href: '/demo', label: t('demo.people.title') },
              { href: '/demo/mail', label: t('demo.mailbox.title') },
            ]
          : []),
      ]}
    />
  );
}
