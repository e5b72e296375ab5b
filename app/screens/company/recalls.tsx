import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Grid, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { OpenPerson } from './open-recalls.tsx';
import { RecallLines } from './recall-lines.tsx';
import { RecallTable } from './recall-table.tsx';
import type { CompanyRecall, RecalledPerson } from './recall-view.ts';
import { shortSubject } from './view.ts';

export interface RecallsView {
  readonly counts: { readonly open: number; readonly overdue: number };
  /** First due first; how many there are beside these says `counts`. */
  readonly open: readonly RecalledPerson[];
  /** One person's page: `open` is theirs. */
  readonly alone: boolean;
  readonly done: readonly CompanyRecall[];
  /** Whose was confirmed a moment ago, in short; null: nobody's. */
  readonly confirmed: string | null;
  readonly intentId: string;
}

/** A form that came back. */
export interface RecallForm {
  /** Whose: the pairwise id on the page. */
  readonly person: string;
  /** What was ticked. */
  readonly recallIds: readonly string[];
  readonly note: string;
  /** Which control is wrong; `form`: none of them, what it speaks of is no longer there. */
  readonly at: 'recall' | 'note' | 'form';
  readonly error: Message;
}

/** As many forms stand on the list itself; of more each has a page of its own. */
const FEW = 4;

const isLate = ({ recalls }: RecalledPerson) => recalls.some(({ overdue }) => overdue);

/** What people who took something back ask of the company, and the word that it is done. */
export function RecallsScreen({
  view,
  form,
}: {
  readonly view: RecallsView;
  readonly form: RecallForm | undefined;
}) {
  const { t } = useI18n();
  const { open, done, confirmed, alone, intentId } = view;
  const cameBack = open.find(({ subject }) => subject === form?.person);
  const single = cameBack ?? (alone ? open[0] : undefined);
  const gone = form && (form.at === 'form' || !cameBack);
  return (
    <Stack gap="l">
      {confirmed === null ? null : (
        <Notice tone="done" live="status" title={t('company.recalls.confirmed', { person: confirmed })} />
      )}
      {gone ? <Notice tone="problem" live="alert" title={tell(t, form.error)} /> : null}
      <RecallsHeader {...view} single={single} />
      {single ? <OpenPerson person={single} intentId={intentId} form={form} /> : <Waiting {...view} />}
      {done.length > 0 && !single ? (
        <Section id="done" title={t('company.recalls.done')}>
          <RecallTable caption={t('company.recalls.done')} recalls={done} />
        </Section>
      ) : null}
    </Stack>
  );
}

function RecallsHeader({ counts, single }: RecallsView & { readonly single: RecalledPerson | undefined }) {
  const { t } = useI18n();
  const told = [
    counts.open > 0
      ? t('company.recalls.headline', { count: counts.open })
      : t('company.recalls.headlineNone'),
    ...(counts.overdue > 0 ? [t('company.recalls.overdue', { count: counts.overdue })] : []),
  ].join(' ');
  return (
    <PageHeader
      size="plain"
      back={
        single ? (
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/company/recalls', label: t('company.recalls.title') }]}
          />
        ) : undefined
      }
      title={single ? t('company.recalls.headlineOf', { person: shortSubject(single.subject) }) : told}
      lead={t('company.recalls.lead')}
    />
  );
}

/** The overdue ones apart and first. */
function Waiting({ counts, open, intentId }: RecallsView) {
  const { t } = useI18n();
  const late = open.filter(isLate);
  const inTime = open.filter((person) => !isLate(person));
  const shown = open.reduce((sum, { recalls }) => sum + recalls.length, 0);
  const listed = (label: string, people: readonly RecalledPerson[]) =>
    open.length > FEW ? (
      <RecallLines label={label} people={people} />
    ) : (
      <Grid min="l">
        {people.map((person) => (
          <OpenPerson key={person.subject} person={person} intentId={intentId} form={undefined} />
        ))}
      </Grid>
    );
  return (
    <>
      {late.length > 0 ? (
        <Section id="overdue" title={t('company.recalls.late')}>
          {listed(t('company.recalls.late'), late)}
        </Section>
      ) : null}
      {inTime.length > 0 || late.length === 0 ? (
        <Section id="open" title={t('company.recalls.open')}>
          {inTime.length > 0 ? (
            listed(t('company.recalls.open'), inTime)
          ) : (
            <EmptyState title={t('company.recalls.none')} />
          )}
        </Section>
      ) : null}
      {shown < counts.open ? (
        <p className="soft">{t('company.recalls.more', { shown, count: counts.open })}</p>
      ) : null}
    </>
  );
}
