import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Card } from '#app/ui/card.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { Channel } from '#schema/channel.ts';
import type { Instant } from '#schema/instant.ts';
import type { LocalizedText } from '#schema/language.ts';
import { type QuietHours, RINGING_CHANNELS } from '#schema/preference.ts';
import type { Topic } from '#schema/topic.ts';
import { PlannedList, ReachChannels } from './reach-lists.tsx';
import { brandClass, type CompanyName, companyPath, type SilentWay } from './view.ts';
import { wishesPath } from './wish.ts';
import { useOften } from './wish-words.ts';
import { unbroken, usePauseEnd } from './words.ts';
import { useZoneName } from './zone-words.ts';

export interface ReachCompany extends CompanyName {
  readonly pausedUntil: Instant | null;
  readonly mostPerWeek: number | null;
  readonly quietHours: QuietHours | null;
  /** Contacts that the company reported for the last seven days. */
  readonly thisWeek: number;
  readonly lastUse: { readonly at: Instant; readonly channel: Channel; readonly topic: Topic | null } | null;
  /** Null: the company does not report every contact, so nobody checks a limit. */
  readonly reportingSince: Instant | null;
  readonly channels: readonly {
    readonly channel: Channel;
    readonly lines: readonly {
      readonly purpose: string;
      readonly title: LocalizedText;
      /** Null: the purpose names none. */
      readonly topics: readonly Topic[] | null;
      readonly againAt: Instant | null;
    }[];
  }[];
  /** Named by a yes, but the address is missing. */
  readonly closed: readonly (SilentWay & { readonly purpose: string; readonly title: LocalizedText })[];
  readonly planned: readonly {
    readonly id: string;
    readonly title: LocalizedText;
    readonly channel: Channel;
    readonly topic: Topic;
    readonly at: Instant;
  }[];
}

export interface ReachView {
  readonly companies: readonly ReachCompany[];
  readonly manyCompanies: boolean;
}

/** What would come, and by which way: the answer that sending itself would get. */
export function ReachScreen({ companies, manyCompanies }: ReachView) {
  const { t, format } = useI18n();
  const reaching = companies.filter(({ channels }) => channels.length > 0);
  const names = format.list(reaching.map(({ name }) => unbroken(name)));
  return (
    <Stack gap="l">
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
        title={
          reaching.length === 0
            ? t('me.reach.nobody')
            : t(reaching.length === 1 ? 'me.reach.oneMay' : 'me.reach.someMay', { companies: names })
        }
        lead={t('me.reach.lead')}
      />
      {companies.map((company) => (
        <CompanyReach key={company.slug} company={company} manyCompanies={manyCompanies} />
      ))}
    </Stack>
  );
}

interface CompanyReachProps {
  readonly company: ReachCompany;
  readonly manyCompanies: boolean;
}

function CompanyReach({ company, manyCompanies }: CompanyReachProps) {
  const { t } = useI18n();
  const pauseEnd = usePauseEnd();
  const { slug, name, pausedUntil, channels, planned } = company;
  return (
    <Card
      id={slug}
      title={name}
      mark={<BrandMark name={name} brandClass={brandClass(slug)} />}
      end={
        pausedUntil ? (
          <StateMark state="paused" word={t('me.purpose.paused')} date={pauseEnd(pausedUntil)} />
        ) : undefined
      }
      footer={
        <>
          <a href={manyCompanies ? wishesPath(slug) : '/me/preferences'}>
            {t('me.reach.change', { company: name })}
          </a>
          <a href={companyPath(slug)}>{t('me.company.open', { company: name })}</a>
        </>
      }
    >
      {channels.length === 0 ? (
        <>
          <p className="soft">{t('me.reach.none', { company: name })}</p>
          {company.closed.length > 0 ? <ReachChannels company={company} /> : null}
        </>
      ) : (
        <>
          <ReachChannels company={company} />
          <ReachRules company={company} />
        </>
      )}
      {planned.length > 0 ? <PlannedList planned={planned} company={name} /> : null}
    </Card>
  );
}

/** How often and when not; a limit that nobody checks is called a request. */
function ReachRules({ company }: { readonly company: ReachCompany }) {
  const { t, format } = useI18n();
  const often = useOften();
  const zoneName = useZoneName();
  const { name, channels, mostPerWeek, quietHours, thisWeek, lastUse, reportingSince } = company;
  const facts = [
    {
      term: t('me.wishes.often.title'),
      text: (
        <>
          <p>{often(mostPerWeek)}</p>
          {reportingSince ? (
            <p className="small soft">
              {mostPerWeek === null ? null : `${t('me.reach.checkedHere')} `}
              {thisWeek === 0 ? t('me.reach.thisWeekNone') : t('me.reach.thisWeek', { count: thisWeek })}
            </p>
          ) : mostPerWeek === null ? null : (
            <p className="small soft">{t('me.reach.askedHere', { company: name })}</p>
          )}
        </>
      ),
    },
  ];
  const rings = channels.some(({ channel }) => RINGING_CHANNELS.includes(channel));
  if (quietHours && rings) {
    const { from, to, timeZone } = quietHours;
    const text = t('me.wishes.quiet.spanIn', { from, to, zone: zoneName(timeZone) });
    facts.push({ term: t('me.wishes.quiet.title'), text: <p>{text}</p> });
  }
  if (lastUse) {
    const { at, channel } = lastUse;
    const way = t(`common.channelBy.${channel}`);
    facts.push({ term: t('me.reach.last'), text: <p>{`${format.dateTime(at)}, ${way}`}</p> });
  }
  return <DescriptionList facts={facts} look="lines" />;
}
