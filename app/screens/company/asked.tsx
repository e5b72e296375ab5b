import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ConsentRequestId, SubjectId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { textIn } from '#schema/language.ts';
import { askPath, type PurposeName, personPath, shortSubject } from './view.ts';

/** A question of this company, with no more about its answer than the list of people tells. */
export interface AskedQuestion {
  readonly id: ConsentRequestId;
  readonly subject: SubjectId;
  readonly purpose: PurposeName;
  readonly askedAt: Instant;
  /** The end of every question asked that day, answered or not. */
  readonly until: Instant;
  readonly state: 'open' | 'answered' | 'expired';
}

export interface AskedView {
  readonly purposes: readonly PurposeName[];
  /** Of the person whose page led here; kept for the form. */
  readonly person: string;
  readonly asked: readonly AskedQuestion[];
  readonly done: boolean;
}

/** What may be asked for, under which rules, and what was asked. */
export function AskedScreen({ purposes, person, asked, done }: AskedView) {
  const { t, format, language } = useI18n();
  const columns: Column<AskedQuestion>[] = [
    {
      key: 'person',
      head: t('company.ask.column.person'),
      lead: true,
      nowrap: true,
      // Who answered is in the list of people: only there is a page to go to.
      cell: ({ subject, purpose, state }) =>
        state === 'answered' ? (
          <a href={personPath(subject, purpose.slug)}>{shortSubject(subject)}</a>
        ) : (
          shortSubject(subject)
        ),
    },
    {
      key: 'purpose',
      head: t('company.ask.column.purpose'),
      cell: ({ purpose }) => textIn(purpose.title, language),
    },
    {
      key: 'asked',
      head: t('company.ask.column.asked'),
      nowrap: true,
      cell: ({ askedAt }) => format.date(askedAt),
    },
    {
      key: 'state',
      head: t('company.ask.column.state'),
      cell: ({ state, until }) =>
        state === 'open'
          ? t('company.ask.state.open', { date: format.shortDate(until) })
          : t(`company.ask.state.${state}`),
    },
  ];
  return (
    <Stack gap="l">
      {done ? (
        <Notice tone="done" live="status" title={t('company.ask.done')}>
          <p>{t('company.ask.doneText')}</p>
        </Notice>
      ) : null}
      <PageHeader size="plain" title={t('company.ask.headline')} lead={t('company.ask.lead')} />
      <Section id="purposes" title={t('company.ask.purpose')} lead={t('company.ask.limits')}>
        {purposes.length > 0 ? (
          <LinkList
            label={t('company.ask.purpose')}
            rows={purposes.map(({ slug, title }) => ({
              key: slug,
              href: askPath(slug, person),
              title: textIn(title, language),
            }))}
          />
        ) : (
          <p className="soft">{t('company.ask.noPurposes')}</p>
        )}
        <p className="soft measure">{t('company.ask.rule')}</p>
      </Section>
      <Section id="asked" title={t('company.ask.own')} lead={t('company.ask.ownText')}>
        {asked.length > 0 ? (
          <DataTable
            caption={t('company.ask.own')}
            captionHidden
            columns={columns}
            rows={asked}
            rowKey={({ id }) => id}
          />
        ) : (
          <p className="soft">{t('company.ask.ownNone')}</p>
        )}
      </Section>
    </Stack>
  );
}
