import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { CompanyActs } from './company-acts.tsx';
import type { CompanyView } from './company-view.ts';
import { useMaySentence, usePauseSentence } from './words.ts';

export function CompanyHeader({ company, connected, isHome, looks }: CompanyView) {
  const { t, format } = useI18n();
  const may = useMaySentence();
  const pause = usePauseSentence();
  const { name, pausedUntil } = company;
  const [last] = looks;
  const looked = last
    ? t('me.home.lastLookHere', { when: format.relativeDay(last.at) })
    : t('me.home.noLook');
  const sentence = pausedUntil ? `${pause(pausedUntil)}.` : may([company]);
  return (
    <PageHeader
      back={
        isHome ? undefined : (
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: '/me/companies', label: t('common.nav.companies') },
            ]}
          />
        )
      }
      kicker={
        isHome ? undefined : (
          <>
            <BrandMark name={name} size="s" /> {name}
          </>
        )
      }
      title={connected ? sentence : t('me.company.notConnected', { company: name })}
      lead={connected ? `${looked} ${t('me.home.lead')}` : t('me.companies.connectMeans')}
      actions={connected ? <CompanyActs company={company} /> : undefined}
    />
  );
}
