import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Section } from '#app/ui/section.tsx';
import { PurposeList } from './purpose-list.tsx';
import type { CompanyLines } from './view.ts';
import { groupOf, type PurposeGroup } from './words.ts';

const GROUPS: readonly PurposeGroup[] = ['running', 'waiting', 'undecided', 'ended', 'fixed'];

/** A company's purposes by what holds; what is undecided waits for nobody. */
export function CompanyPurposes({
  company,
  connected,
  returning,
}: {
  readonly company: CompanyLines;
  readonly connected: boolean;
  readonly returning: boolean;
}) {
  const { t } = useI18n();
  if (!connected) {
    // Nothing runs without a connection: what would is told apart from what would be asked.
    const asked = company.purposes.filter(({ basis }) => basis === 'consent');
    const told = company.purposes.filter(
      ({ basis }) => basis !== 'consent' && !(returning && basis === 'objection'),
    );
    return [
      { id: 'purposes', title: t('me.company.wouldAsk', { company: company.name }), purposes: asked },
      { id: 'told', title: t('me.company.wouldRun'), purposes: told },
    ].map(({ id, title, purposes }) =>
      purposes.length > 0 ? (
        <Section key={id} id={id} title={title}>
          <PurposeList company={company} purposes={purposes} label={title} />
        </Section>
      ) : null,
    );
  }
  return GROUPS.map((group) => {
    const purposes = company.purposes.filter((line) => groupOf(line) === group);
    if (purposes.length === 0 && group !== 'running') return null;
    const title = t(`me.company.group.${group}`, { company: company.name });
    return (
      <Section
        key={group}
        id={group}
        title={title}
        lead={group === 'undecided' || group === 'fixed' ? t(`me.company.groupLead.${group}`) : undefined}
      >
        {purposes.length > 0 ? (
          <PurposeList company={company} purposes={purposes} label={title} />
        ) : (
          <p className="soft">{t('me.company.nothingYet', { company: company.name })}</p>
        )}
      </Section>
    );
  });
}
