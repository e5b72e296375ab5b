import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { textIn } from '#schema/language.ts';
import { EventMark } from './event-mark.tsx';
import { entryPath } from './paths.ts';
import type { ProofEvent, ProofView } from './proof-view.ts';

/** Every decision with the words it answered, the way it came and what shows that it was this person. */
export function ProofEvents({ events, others, later }: Pick<ProofView, 'events' | 'others' | 'later'>) {
  const { t, format, language } = useI18n();
  return (
    <>
      {events.length === 0 ? (
        <p className="soft">{t('officer.proof.noEvents')}</p>
      ) : (
        <DataTable
          caption={t('officer.proof.events')}
          captionHidden
          density="dense"
          rows={events}
          rowKey={({ index }) => String(index)}
          columns={[
            {
              key: 'time',
              head: t('officer.proof.time'),
              cell: ({ at }) => <time dateTime={at}>{format.exact(at)}</time>,
            },
            {
              key: 'event',
              head: t('officer.proof.event'),
              lead: true,
              cell: (event) => <Event event={event} />,
            },
            {
              key: 'purpose',
              head: t('officer.proof.purpose'),
              cell: ({ title }) => textIn(title, language),
            },
            {
              key: 'text',
              head: t('officer.proof.text'),
              nowrap: true,
              cell: (event) => <Text event={event} />,
            },
            { key: 'way', head: t('officer.proof.way'), cell: (event) => <Way event={event} /> },
            {
              key: 'entry',
              head: t('officer.proof.entry'),
              numeric: true,
              cell: ({ index }) => <a href={entryPath(index)}>{String(index)}</a>,
            },
          ]}
        />
      )}
      {others.length > 0 ? (
        <p className="proof-note">
          {t('officer.proof.other')}: <Others others={others} />
        </p>
      ) : null}
      {later > 0 ? <p className="proof-note">{t('officer.proof.laterEntries', { count: later })}</p> : null}
    </>
  );
}

/** What is no decision, in one line: the same on the same day is told once. */
function Others({ others }: Pick<ProofView, 'others'>) {
  const { t, format } = useI18n();
  const days = new Map<string, number[]>();
  for (const { at, kind, index } of others) {
    const told = `${format.shortDate(at)} ${t(`state.officer.event.${kind}`)}`;
    days.set(told, [...(days.get(told) ?? []), index]);
  }
  return <>{[...days].map(([told, indices]) => `${told} (${indices.join(', ')})`).join('; ')}</>;
}

function Event({ event: { kind, standing } }: { readonly event: ProofEvent }) {
  const { t, format } = useI18n();
  const { fields, channels, expiresAt } = standing;
  const scope = [
    fields.length > 0 ? format.list(fields.map((field) => fieldLabel(t, field))) : null,
    channels.length > 0 ? format.list(channels.map((channel) => t(`common.channel.${channel}`))) : null,
    expiresAt && standing.state === 'granted'
      ? t('officer.proof.until', { date: format.shortDate(expiresAt) })
      : null,
  ].filter(Boolean);
  return (
    <>
      <EventMark kind={kind} />
      {scope.length > 0 ? <span className="proof-scope">{scope.join(' · ')}</span> : null}
    </>
  );
}

function Text({ event: { text } }: { readonly event: ProofEvent }) {
  const { t } = useI18n();
  if (text === null) return <span className="soft">{t('officer.proof.noText')}</span>;
  return <>{t('officer.proof.textRef', { number: text })}</>;
}

function Way({ event: { method, actor, source, evidence, gpc } }: { readonly event: ProofEvent }) {
  const { t } = useI18n();
  const parts = [
    t(`state.officer.method.${method}`),
    actor.kind === 'staff' ? t('officer.proof.by', { name: actor.name }) : null,
    source === '' ? null : source,
    ...evidence.map((number) => t('officer.proof.evidenceRef', { number })),
    gpc ? t('officer.entry.gpcYes') : null,
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
