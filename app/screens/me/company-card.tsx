import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Card } from '#app/ui/card.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import { PurposeList } from './purpose-list.tsx';
import { brandClass, type CompanyLines, companyPath } from './view.ts';
import { groupOf, usePauseEnd } from './words.ts';

/** One company on the overview: what it may do, and the way to end its advertising as near as the way in. */
export function CompanyCard({ company }: { readonly company: CompanyLines }) {
  const { t, format } = useI18n();
  const pauseEnd = usePauseEnd();
  const { slug, name, pausedUntil, purposes } = company;
  const decided = purposes.filter((line) => groupOf(line) !== 'undecided');
  const open = purposes.length - decided.length;
  return (
    <Card
      title={name}
      subtitle={t('me.company.since', { date: format.month(company.since) })}
      mark={<BrandMark name={name} brandClass={brandClass(slug)} />}
      end={
        pausedUntil ? (
          <StateMark state="paused" word={t('me.purpose.paused')} date={pauseEnd(pausedUntil)} />
        ) : undefined
      }
      footer={
        <>
          <a href={companyPath(slug)}>{t('me.company.open', { company: name })}</a>
          {company.advertises ? (
            <a href={takeBackPath(slug, true)}>{t('me.company.noAdvertising', { company: name })}</a>
          ) : null}
        </>
      }
    >
      {decided.length > 0 ? (
        <PurposeList
          company={company}
          purposes={decided}
          label={t('me.company.purposesOf', { company: name })}
        />
      ) : (
        <p className="soft">{t('me.company.nothingYet', { company: name })}</p>
      )}
      {open > 0 ? (
        <p className="small soft">
          <a href={`${companyPath(slug)}#undecided`}>{t('me.company.undecided', { count: open })}</a>
        </p>
      ) : null}
    </Card>
  );
}

export function takeBackPath(company: string | null, advertising = false): string {
  const query = new URLSearchParams();
  if (company) query.set('company', company);
  if (advertising) query.set('what', 'advertising');
  return query.size > 0 ? `/me/take-back?${query}` : '/me/take-back';
}
