import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { StateMark, type StateName } from '#app/ui/state-mark.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { REQUEST_KINDS } from '#schema/request.ts';
import { personPath, shortSubject } from './paths.ts';
import {
  groupPath,
  type OfficerRequestLine,
  type QueueView,
  REQUEST_GROUPS,
  requestPath,
  requestsPath,
} from './request-view.ts';

/** The work queue: what is due first stands first. */
export function RequestsScreen(view: QueueView) {
  const { t } = useI18n();
  const { group, kind, lines, figures } = view;
  return (
    <Stack gap="l">
      <Head {...view} />
      <Tabs
        label={t('officer.requests.group.label')}
        items={REQUEST_GROUPS.map((one) => ({
          href: groupPath(one, kind),
          label: t(`officer.requests.group.${one}`),
          current: one === group,
          count: one === 'closed' ? undefined : figures[one],
        }))}
      />
      <FilterBar
        label={t('officer.requests.filter')}
        action={requestsPath}
        actions={<Button size="s">{t('common.action.filter')}</Button>}
      >
        <input type="hidden" name="show" value={group} />
        <SelectInput
          name="kind"
          label={t('officer.requests.kindFilter')}
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: t('officer.requests.allKinds') },
            ...REQUEST_KINDS.map((value) => ({ value, label: t(`officer.requests.kind.${value}`) })),
          ]}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <EmptyState title={t('officer.requests.empty')} />
      ) : (
        <QueueTable lines={lines} closed={group === 'closed'} />
      )}
    </Stack>
  );
}

function Head({ figures: { open, overdue, soon } }: QueueView) {
  const { t } = useI18n();
  const parts = [
    open === 0 ? t('officer.requests.headlineNone') : t('officer.requests.headline', { count: open }),
    overdue > 0 ? t('officer.requests.overdue', { count: overdue }) : '',
    soon > 0 ? t('officer.requests.soon', { count: soon }) : '',
  ];
  return (
    <PageHeader
      size="plain"
      title={parts.filter(Boolean).join(' ')}
      lead={t('officer.requests.lead')}
      actions={<ButtonLink href={`${requestsPath}/new`}>{t('officer.requests.new')}</ButtonLink>}
    />
  );
}

function QueueTable({
  lines,
  closed,
}: {
  readonly lines: readonly OfficerRequestLine[];
  readonly closed: boolean;
}) {
  const { t, format } = useI18n();
  return (
    <DataTable
      caption={t('officer.requests.table')}
      captionHidden
      density="dense"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'kind',
          head: t('officer.requests.kindHead'),
          lead: true,
          cell: ({ id, kind }) => <a href={requestPath(id)}>{t(`officer.requests.kind.${kind}`)}</a>,
        },
        {
          key: 'due',
          head: t(closed ? 'officer.requests.answeredAt' : 'officer.requests.due'),
          nowrap: true,
          cell: ({ dueOn, closedAt }) => (closedAt ? format.date(closedAt) : format.day(dueOn)),
        },
        {
          key: 'person',
          head: t('officer.requests.person'),
          cell: (line) => <Person {...line} />,
        },
        {
          key: 'origin',
          head: t('officer.requests.origin'),
          cell: ({ origin }) => t(`officer.requests.originName.${origin}`),
        },
        {
          key: 'arrived',
          head: t('officer.requests.arrived'),
          nowrap: true,
          cell: ({ arrivedOn }) => format.day(arrivedOn),
        },
        {
          key: 'state',
          head: t('officer.requests.state'),
          cell: (line) => <RequestState {...line} />,
        },
      ]}
    />
  );
}

export function Person({ subject, name }: Pick<OfficerRequestLine, 'subject' | 'name'>) {
  const { t } = useI18n();
  if (subject) return <a href={personPath(subject)}>{shortSubject(subject)}</a>;
  return (
    <>
      {name} <span className="soft">{t('officer.requests.outside')}</span>
    </>
  );
}

const SHAPES: Readonly<Record<OfficerRequestLine['state'], StateName>> = {
  open: 'pending',
  done: 'granted',
  refused: 'refused',
  'taken-back': 'withdrawn',
};

export function RequestState({ state, late, extended, held }: OfficerRequestLine) {
  const { t } = useI18n();
  const marks = [extended ? t('officer.requests.extended') : '', held ? t('officer.requests.held') : ''];
  return (
    <StateMark
      state={late ? 'expired' : SHAPES[state]}
      word={late ? t('officer.requests.late') : t(`officer.requests.states.${state}`)}
      date={marks.filter(Boolean).join(', ') || undefined}
    />
  );
}
