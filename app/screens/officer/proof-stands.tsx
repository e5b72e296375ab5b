import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import { textIn } from '#schema/language.ts';
import { PAUSED_FOR_GOOD } from '#schema/preference.ts';
import type { ProofView, StandLine } from './proof-view.ts';
import { wishLines } from './record-facts.tsx';

/** What held at the date of the state: purpose by purpose, with the answer that every reader would have got. */
export function ProofStands({ proof }: { readonly proof: ProofView }) {
  const i18n = useI18n();
  const { t, format, language } = i18n;
  const { connected, restricted, pausedUntil, preference, asOf, stands } = proof;
  const wishes = preference ? wishLines(preference, i18n).filter((line) => line !== null) : [];
  const running = pausedUntil !== null && pausedUntil > asOf ? pausedUntil : null;
  return (
    <>
      {connected ? null : <Notice tone="info" title={t('officer.proof.notConnected')} />}
      {restricted ? <Notice tone="info" title={t('officer.proof.restricted')} /> : null}
      {running ? (
        <Notice
          tone="info"
          title={
            running === PAUSED_FOR_GOOD
              ? t('officer.proof.pausedForGood')
              : t('officer.proof.paused', { date: format.exact(running) })
          }
        />
      ) : null}
      {wishes.length > 0 ? <DescriptionList facts={wishes} /> : null}
      <DataTable
        caption={t('officer.proof.stands', { date: format.exact(asOf) })}
        captionHidden
        density="dense"
        rows={stands}
        rowKey={({ title }) => textIn(title, language)}
        columns={[
          {
            key: 'purpose',
            head: t('officer.proof.purpose'),
            lead: true,
            cell: ({ title, version }) => (
              <>
                {textIn(title, language)}{' '}
                <span className="proof-version">
                  {t('officer.proof.versionShort', { version: String(version) })}
                </span>
              </>
            ),
          },
          { key: 'state', head: t('officer.proof.state'), cell: (line) => <Stand line={line} /> },
          {
            key: 'answer',
            head: t('officer.proof.answer'),
            cell: ({ reason }) => t(`permission.officer.${reason}`),
          },
          { key: 'scope', head: t('officer.proof.scope'), cell: (line) => <Scope line={line} /> },
        ]}
      />
    </>
  );
}

function Stand({ line: { basis, standing } }: { readonly line: StandLine }) {
  const { t, format } = useI18n();
  if (basis === 'contract') return <StateMark state="contract" word={t('officer.proof.contract')} />;
  if (basis === 'legal-duty') return <StateMark state="duty" word={t('officer.proof.duty')} />;
  const { state, decidedAt, expiresAt } = standing;
  const dates = [
    decidedAt ? t('officer.proof.sinceDate', { date: format.shortDate(decidedAt) }) : null,
    state === 'granted' && expiresAt
      ? t('officer.proof.untilDate', { date: format.shortDate(expiresAt) })
      : null,
  ];
  return (
    <StateMark
      state={state}
      word={t(`state.officer.consent.${state}`)}
      date={dates.filter(Boolean).join(', ') || undefined}
    />
  );
}

function Scope({ line: { allowed, fields, channels } }: { readonly line: StandLine }) {
  const { t, format } = useI18n();
  if (!allowed) return <span className="soft">–</span>;
  const parts = [
    fields.length > 0 ? format.list(fields.map((field) => fieldLabel(t, field))) : null,
    channels.length > 0 ? format.list(channels.map((channel) => t(`common.channel.${channel}`))) : null,
  ];
  return <>{parts.filter(Boolean).join(' · ') || t('officer.proof.sayingNothing')}</>;
}
