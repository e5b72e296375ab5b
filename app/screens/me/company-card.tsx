import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Card } from '#app/ui/card.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import { PurposeList } from './purpose-list.tsx';
import { brandClass, type CompanyLines, companyPath, leavePath } from './view.ts';
import { groupOf, usePauseEnd } from './words.ts';

/** One company on the overview: what it may do, and the way to end its advertising as near as the way in. */
export function CompanyCard({ company }: { readonly company: CompanyLines }) {
  const { t, format } = useI18n();
  const pauseEnd = usePauseEnd();
  const { slug, name, pausedUntil, purposes } = company;
  const running = purposes.filter((line) => groupOf(line) === 'running' || groupOf(line) === 'waiting');
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
          <a href={leavePath(slug)}>{t('me.leaveCompany.link')}</a>
        </>
      }
    >
      {running.length > 0 ? (
        <PurposeList
          company={company}
          purposes={running}
          label={t('me.company.group.running', { company: name })}
        />
      ) : (
        <p className="soft">{t('me.company.nothingYet', { company: name })}</p>
      )}
      <CardRest company={company} />
    </Card>
  );
}

/** What does not run, counted in words: the company's page has it one by one. */
function CardRest({ company: { purposes } }: { readonly company: CompanyLines }) {
  const { t } = useI18n();
  const counts = REST.map((group) => ({
    group,
    count: purposes.filter((line) => groupOf(line) === group).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <p className="small soft">
      {counts.map(({ group, count }) => t(`me.company.rest.${group}`, { count })).join(' ')}
    </p>
  );
}

const REST = ['ended', 'undecided', 'fixed'] as const;

export function takeBackPath(company: string | null, advertising = false): string {
  const query = new URLSearchParams();
  if (company) query.set('company', company);
  if (advertising) query.set('what', 'advertising');
  return query.size > 0 ? `/me/take-back?${query}` : '/me/take-back';
}
