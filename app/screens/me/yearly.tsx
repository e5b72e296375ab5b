import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DescriptionList, type Fact } from '#app/ui/description-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { takeBackPath } from './company-card.tsx';
import { IntentField } from './intent-field.tsx';
import { brandClass, type CompanyName, type PurposeLine, purposePath } from './view.ts';
import { useChannelNames, useFieldList, usePauseEnd } from './words.ts';

export const YEARLY_DONE = ['kept', 'on', 'off'] as const;

export interface YearlyCompany extends CompanyName {
  readonly pausedUntil: Instant | null;
  readonly running: readonly PurposeLine[];
  readonly channels: readonly Channel[];
  /** Something is there that "take back" would end. */
  readonly mayTakeBack: boolean;
  /** What the company may see and what was entered longest ago. */
  readonly oldest: { readonly fields: readonly FieldId[]; readonly at: Instant } | null;
  readonly keptAt: Instant | null;
  /** Within the last year. */
  readonly seen: boolean;
}

export interface YearlyView {
  readonly companies: readonly YearlyCompany[];
  /** When the next mail comes; null: none is wanted. */
  readonly nextAt: Instant | null;
  readonly done: (typeof YEARLY_DONE)[number] | null;
  readonly intentId: string;
}

/** Once a year, together: company by company, does it still fit? Keeping and taking back weigh the same. */
export function YearlyScreen({ companies, nextAt, done, intentId }: YearlyView) {
  const { t } = useI18n();
  const all = companies.length > 0 && companies.every(({ seen }) => seen);
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t(`me.yearly.done.${done}`)} /> : null}
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/me', label: t('common.nav.home') }]}
          />
        }
        title={t(all ? 'me.yearly.headlineDone' : 'me.yearly.headline')}
        lead={t(companies.length === 1 ? 'me.yearly.leadOne' : 'me.yearly.lead')}
      />
      {companies.length === 0 ? (
        <EmptyState title={t('me.yearly.nothing')} />
      ) : (
        companies.map((company) => <CompanyLook key={company.slug} company={company} intentId={intentId} />)
      )}
      <Reminder nextAt={nextAt} intentId={intentId} />
    </Stack>
  );
}

function CompanyLook({ company, intentId }: { readonly company: YearlyCompany; readonly intentId: string }) {
  const { t, format } = useI18n();
  const { slug, name, keptAt, seen } = company;
  return (
    <Card
      title={name}
      mark={<BrandMark name={name} brandClass={brandClass(slug)} />}
      end={
        <StateMark
          state={seen ? 'granted' : 'undecided'}
          word={keptAt ? t('me.yearly.kept', { date: format.date(keptAt) }) : t('me.yearly.neverKept')}
        />
      }
    >
      <Holds company={company} />
      <form method="post">
        <IntentField id={intentId} />
        <input type="hidden" name="company" value={slug} />
        <Actions>
          <Button name="act" value="keep">
            {t('me.yearly.keep')}
          </Button>
          {company.mayTakeBack ? (
            <ButtonLink href={takeBackPath(slug)}>{t('me.yearly.takeBack')}</ButtonLink>
          ) : null}
        </Actions>
      </form>
    </Card>
  );
}

function Holds({ company }: { readonly company: YearlyCompany }) {
  const { t, format } = useI18n();
  const names = useChannelNames();
  const fieldList = useFieldList();
  const pauseEnd = usePauseEnd();
  const { running, channels, pausedUntil, oldest } = company;
  const facts: Fact[] = [
    {
      term: t('me.yearly.runs'),
      text: running.length === 0 ? t('me.yearly.runsNothing') : <Running company={company} lines={running} />,
    },
    {
      term: t('me.yearly.ways'),
      text: channels.length > 0 ? names(channels) : t('me.yearly.waysNone'),
    },
  ];
  if (pausedUntil) facts.push({ term: t('me.yearly.pause'), text: pauseEnd(pausedUntil) });
  if (oldest) {
    facts.push({
      term: t('me.yearly.age'),
      text: (
        <>
          {t('me.yearly.ageText', { fields: fieldList(oldest.fields), date: format.date(oldest.at) })}{' '}
          <a href="/me/profile">{t('me.yearly.change')}</a>
        </>
      ),
    });
  }
  return <DescriptionList look="lines" facts={facts} />;
}

/** Each leads to its own page, where a no is one press. */
function Running({
  company,
  lines,
}: {
  readonly company: CompanyName;
  readonly lines: readonly PurposeLine[];
}) {
  const { t, format, language } = useI18n();
  const term = ({ since, until }: PurposeLine) =>
    since && until
      ? t('me.yearly.sinceUntil', { since: format.date(since), until: format.date(until) })
      : since
        ? t('me.yearly.since', { date: format.date(since) })
        : null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.slug}>
          <a href={purposePath(company.slug, line.slug)}>{textIn(line.title, language)}</a>
          {term(line) ? <span className="soft">, {term(line)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Reminder({ nextAt, intentId }: Pick<YearlyView, 'nextAt' | 'intentId'>) {
  const { t, format } = useI18n();
  return (
    <Section id="reminder" title={t('me.yearly.reminder')}>
      <p>{nextAt ? t('me.yearly.reminderOn', { date: format.date(nextAt) }) : t('me.yearly.reminderOff')}</p>
      <form method="post">
        <IntentField id={intentId} />
        <Actions>
          <Button name="act" value={nextAt ? 'off' : 'on'}>
            {t(nextAt ? 'me.yearly.off' : 'me.yearly.on')}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
