import { useI18n } from '#app/i18n/i18n-context.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Meters } from '#app/ui/meter.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Plot } from '#app/ui/plot.tsx';
import { Section } from '#app/ui/section.tsx';
import { Stats } from '#app/ui/stat.tsx';
import { textIn } from '#schema/language.ts';
import { type PurposeName, peoplePath } from './view.ts';

export interface PurposeCount extends PurposeName {
  readonly visible: number;
  /** Rounded; null: fewer than 5. */
  readonly hidden: number | null;
}

export interface OverviewView {
  readonly companyName: string;
  /** The most visible first. */
  readonly purposes: readonly PurposeCount[];
  /** What people asked the company to delete and it has not confirmed yet. */
  readonly recalls: { readonly open: number; readonly overdue: number };
  /** What people wrote and nobody has answered yet. */
  readonly talks: { readonly waiting: number; readonly overdue: number };
  /** Of the last seven days. */
  readonly lately: {
    readonly connected: number;
    readonly yes: number;
    /** Rounded; null: fewer than 5. */
    readonly no: number | null;
    readonly looks: number;
  };
}

/** How many people the company may address for what, in this moment. */
export function OverviewScreen(view: OverviewView) {
  const { t } = useI18n();
  const { purposes, companyName } = view;
  if (purposes.length === 0) {
    return (
      <PageHeader
        title={t('company.overview.headlineNoPurpose', { company: companyName })}
        lead={t('company.overview.leadNoPurpose')}
      />
    );
  }
  return (
    <Stack gap="xl">
      <Head {...view} />
      {view.talks.waiting + view.recalls.open > 0 ? (
        <Stack gap="m">
          <TalksNotice {...view} />
          <RecallsNotice {...view} />
        </Stack>
      ) : null}
      <Purposes purposes={purposes} />
      <Lately {...view} />
    </Stack>
  );
}

function TalksNotice({ talks: { waiting, overdue } }: OverviewView) {
  const { t } = useI18n();
  if (waiting === 0) return null;
  return (
    <Notice
      tone={overdue > 0 ? 'problem' : 'wait'}
      title={t('company.dialogue.messages.headline', { count: waiting })}
      actions={<ButtonLink href="/company/messages">{t('company.dialogue.messages.title')}</ButtonLink>}
    >
      {overdue > 0 ? t('company.overview.talksOverdue', { count: overdue }) : undefined}
    </Notice>
  );
}

function RecallsNotice({ recalls: { open, overdue } }: OverviewView) {
  const { t } = useI18n();
  if (open === 0) return null;
  return (
    <Notice
      tone={overdue > 0 ? 'problem' : 'wait'}
      title={t('company.recalls.headline', { count: open })}
      actions={<ButtonLink href="/company/recalls">{t('company.recalls.title')}</ButtonLink>}
    >
      {overdue > 0 ? t('company.recalls.overdue', { count: overdue }) : undefined}
    </Notice>
  );
}

function Head({ purposes }: OverviewView) {
  const { t, language } = useI18n();
  const [most, second] = purposes;
  if (!most || most.visible === 0) {
    return (
      <PageHeader title={t('company.overview.headlineNobody')} lead={t('company.overview.leadNobody')} />
    );
  }
  const told = { count: most.visible, purpose: textIn(most.title, language) };
  const alone = !second || second.visible === most.visible || (most.visible === 1 && second.visible > 0);
  return (
    <PageHeader
      title={alone ? t('company.overview.headlineOnly', told) : t('company.overview.headline', told)}
      lead={t('company.overview.lead')}
      actions={
        <>
          <ButtonLink href="/company/people">{t('company.overview.toPeople')}</ButtonLink>
          <ButtonLink href="/company/segments/new">{t('company.overview.toSegment')}</ButtonLink>
        </>
      }
    />
  );
}

function Purposes({ purposes }: Pick<OverviewView, 'purposes'>) {
  const { t, format, language } = useI18n();
  return (
    <Plot
      title={t('company.overview.purposes')}
      lead={t('company.overview.purposesLead')}
      table={{
        label: t('company.overview.asTable'),
        content: (
          <DataTable
            caption={t('company.overview.purposes')}
            captionHidden
            density="dense"
            rows={purposes}
            rowKey={({ slug }) => slug}
            columns={[
              {
                key: 'purpose',
                head: t('company.overview.columnPurpose'),
                lead: true,
                cell: ({ title }) => textIn(title, language),
              },
              {
                key: 'visible',
                head: t('company.overview.columnVisible'),
                numeric: true,
                cell: ({ visible }) => format.number(visible),
              },
              {
                key: 'hidden',
                head: t('company.overview.columnHidden'),
                numeric: true,
                cell: ({ hidden }) =>
                  hidden === null
                    ? t('company.overview.few')
                    : t('company.overview.around', { number: hidden }),
              },
            ]}
          />
        ),
      }}
    >
      <Meters
        max={Math.max(...purposes.map(({ visible, hidden }) => visible + (hidden ?? 0)))}
        rows={purposes.map(({ slug, title, visible, hidden }) => ({
          key: slug,
          label: <a href={peoplePath(slug)}>{textIn(title, language)}</a>,
          value: visible,
          text: t('company.overview.visible', { count: visible }),
          detail:
            hidden === null
              ? t('company.overview.hiddenFew')
              : t('company.overview.hidden', { number: hidden }),
        }))}
      />
    </Plot>
  );
}

function Lately({ lately }: OverviewView) {
  const { t, format } = useI18n();
  return (
    <Section id="lately" title={t('company.overview.lately')}>
      <Stats
        figures={[
          { label: t('company.overview.connected'), value: format.number(lately.connected) },
          { label: t('company.overview.yes'), value: format.number(lately.yes) },
          {
            label: t('company.overview.no'),
            value:
              lately.no === null
                ? t('company.overview.few')
                : t('company.overview.around', { number: lately.no }),
            detail: t('company.overview.noDetail'),
          },
          {
            label: t('company.overview.looks'),
            value: format.number(lately.looks),
            detail: t('company.overview.looksDetail'),
          },
        ]}
      />
    </Section>
  );
}
