import type { ReactNode } from 'react';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx';
import type { Fact } from '#app/ui/description-list.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type {
  ConsentRecord,
  DisclosureRecord,
  LedgerRecord,
  PreferenceRecord,
  RecallRecord,
} from '#schema/ledger.ts';
import { PAUSED_FOR_GOOD, type Preference } from '#schema/preference.ts';
import { EvidenceList } from './evidence.tsx';
import { entryPath } from './paths.ts';

type Line = Fact | null;

/** What an opened record says, in exact words. */
export function useRecordFacts(record: LedgerRecord): Fact[] {
  const i18n = useI18n();
  const lines = [...contentOf(record, i18n), ...originOf(record, i18n), ...chainOf(record, i18n)];
  return lines.filter((line): line is Fact => line !== null);
}

function contentOf(record: LedgerRecord, i18n: I18n): Line[] {
  if ('standing' in record) return consentLines(record, i18n);
  if ('preference' in record) return preferenceLines(record, i18n);
  if ('batch' in record) return lookLines(record, i18n);
  if ('recalls' in record) return recallLines(record, i18n);
  if (!('facts' in record)) return [];
  const { t } = i18n;
  return [{ term: t('officer.entry.facts'), text: <Facts facts={record.facts} /> }];
}

function consentLines({ standing, supersedes, gpc, noticeVersion }: ConsentRecord, i18n: I18n): Line[] {
  const { t, format } = i18n;
  const { state, fields, channels, expiresAt } = standing;
  return [
    {
      term: t('officer.entry.state'),
      text: <StateMark state={state} word={t(`state.officer.consent.${state}`)} />,
    },
    fields.length > 0
      ? { term: t('officer.entry.fields'), text: format.list(fields.map((field) => fieldLabel(t, field))) }
      : null,
    channels.length > 0
      ? {
          term: t('officer.entry.channels'),
          text: format.list(channels.map((channel) => t(`common.channel.${channel}`))),
        }
      : null,
    state === 'granted'
      ? {
          term: t('officer.entry.until'),
          text: expiresAt ? format.exact(expiresAt) : t('officer.entry.untilOpen'),
        }
      : null,
    supersedes === null
      ? null
      : {
          term: t('officer.entry.supersedes'),
          text: (
            <a href={entryPath(supersedes)}>{t('officer.entry.supersedesEntry', { index: supersedes })}</a>
          ),
        },
    noticeVersion === null
      ? null
      : {
          term: t('officer.entry.notice'),
          text: t('officer.log.version', { version: String(noticeVersion) }),
        },
    gpc ? { term: t('officer.entry.gpc'), text: t('officer.entry.gpcYes') } : null,
  ];
}

function preferenceLines({ preference }: PreferenceRecord, i18n: I18n): Line[] {
  const { t, format } = i18n;
  const { pausedUntil } = preference;
  return [
    {
      term: t('officer.entry.pause'),
      text:
        pausedUntil === null
          ? t('officer.entry.none')
          : pausedUntil === PAUSED_FOR_GOOD
            ? t('officer.proof.pausedForGood')
            : t('officer.proof.paused', { date: format.exact(pausedUntil) }),
    },
    ...wishLines(preference, i18n),
  ];
}

/** How somebody wished to be addressed, beside a pause. */
export function wishLines(
  { channelsOff, topicsOff, mostPerWeek, quietHours }: Preference,
  { t, format }: I18n,
): Line[] {
  return [
    {
      term: t('officer.entry.channelsOff'),
      text:
        channelsOff && channelsOff.length > 0
          ? format.list(channelsOff.map((channel) => t(`common.channel.${channel}`)))
          : t('officer.entry.none'),
    },
    topicsOff
      ? {
          term: t('officer.entry.topicsOff'),
          text: format.list(topicsOff.map((topic) => t(`common.topic.${topic}`))),
        }
      : null,
    mostPerWeek && mostPerWeek !== 'any'
      ? { term: t('officer.entry.mostPerWeek'), text: format.number(mostPerWeek) }
      : null,
    quietHours && quietHours !== 'none'
      ? {
          term: t('officer.entry.quietHours'),
          text: `${quietHours.from}–${quietHours.to}, ${quietHours.timeZone}`,
        }
      : null,
  ];
}

function recallLines({ recalls, note }: RecallRecord, { t, format }: I18n): Line[] {
  return [
    ...recalls.map(({ kind, fields, toldAt, dueAt }) => ({
      term: t(`company.recalls.act.${kind}`),
      text: `${format.list(fields.map((field) => fieldLabel(t, field)))}. ${t('officer.recalls.opened')}: ${format.exact(toldAt)}. ${t('company.recalls.due')}: ${format.exact(dueAt)}`,
    })),
    note ? { term: t('officer.recalls.note'), text: note } : null,
  ];
}

function lookLines(
  { how, staff, role, fields, count, reason }: DisclosureRecord,
  { t, format }: I18n,
): Line[] {
  const known = (['marketer', 'officer', 'owner', 'operator'] as const).find((one) => one === role);
  return [
    { term: t('officer.entry.look'), text: t(`state.officer.look.${how}`) },
    { term: t('officer.entry.staff'), text: staff },
    { term: t('officer.entry.role'), text: known ? t(`common.role.${known}`) : role },
    fields.length > 0
      ? { term: t('officer.entry.fields'), text: format.list(fields.map((field) => fieldLabel(t, field))) }
      : null,
    {
      term: t('officer.entry.people'),
      text:
        how === 'evidence' ? t('officer.entry.records', { count }) : t('common.count.customers', { count }),
    },
    reason ? { term: t('officer.entry.because'), text: reason } : null,
  ];
}

function originOf(record: LedgerRecord, { t }: I18n): Line[] {
  const { actor, method, source, evidence } = {
    actor: null,
    method: null,
    source: '',
    evidence: {},
    ...record,
  };
  return [
    actor
      ? {
          term: t('officer.entry.actor'),
          text: [t(`state.officer.actor.${actor.kind}`), actor.name].filter(Boolean).join(', '),
        }
      : null,
    method ? { term: t('officer.entry.method'), text: t(`state.officer.method.${method}`) } : null,
    source ? { term: t('officer.entry.source'), text: source } : null,
    Object.keys(evidence).length > 0
      ? { term: t('officer.entry.evidence'), text: <EvidenceList evidence={evidence} /> }
      : null,
  ];
}

function chainOf(record: LedgerRecord, { t, format }: I18n): Line[] {
  return [
    record.seq === null ? null : { term: t('officer.entry.seq'), text: format.number(record.seq) },
    record.prev === null ? null : { term: t('officer.entry.prev'), text: <HashValue value={record.prev} /> },
    'textHash' in record && record.textHash
      ? { term: t('officer.entry.textHash'), text: <HashValue value={record.textHash} /> }
      : null,
  ];
}

function Facts({ facts }: { readonly facts: Readonly<Record<string, string>> }): ReactNode {
  return Object.entries(facts).map(([name, value]) => (
    <p key={name}>
      {name}: {/^[0-9a-f]{64}$/.test(value) ? <HashValue value={value} /> : value}
    </p>
  ));
}
