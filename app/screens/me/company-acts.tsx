import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { takeBackPath } from './company-card.tsx';
import { type CompanyLines, leavePath } from './view.ts';

/** The acts that end things, as near as the ones that begin them. */
export function CompanyActs({ company }: { readonly company: CompanyLines }) {
  const { t } = useI18n();
  const runs = company.purposes.some(
    ({ state }) => state === 'granted' || state === 'open' || state === 'pending',
  );
  return (
    <>
      {company.advertises ? (
        <ButtonLink href={takeBackPath(company.slug, true)}>
          {t('me.company.noAdvertising', { company: company.name })}
        </ButtonLink>
      ) : null}
      <ButtonLink href="#pause">
        {t(company.pausedUntil ? 'common.action.resume' : 'common.action.pause')}
      </ButtonLink>
      {runs ? (
        <ButtonLink href={takeBackPath(company.slug)}>{t('common.action.takeBackAll')}</ButtonLink>
      ) : null}
      <ButtonLink href={leavePath(company.slug)}>{t('me.leaveCompany.link')}</ButtonLink>
    </>
  );
}
