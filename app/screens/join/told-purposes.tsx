import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Details } from '#app/ui/details.tsx';
import { Section } from '#app/ui/section.tsx';
import { StateShape } from '#app/ui/state-mark.tsx';
import type { LegalBasis } from '#schema/purpose.ts';
import { PurposeCard } from '../me/purpose-card.tsx';
import { ReadAll } from './asked-purpose.tsx';
import type { JoinView, ShownPurpose } from './join-view.ts';

const SHAPES = {
  objection: 'open',
  contract: 'contract',
  'legal-duty': 'duty',
  consent: 'undecided',
} as const;

/** What runs without a yes, one line each: until a stop, for the contract, by law. Said here, not asked. */
export function ToldPurposes({ told, company }: Pick<JoinView, 'told' | 'company'>) {
  const { t } = useI18n();
  const stoppable = told.some(({ card }) => card.basis === 'objection');
  return (
    <Section
      id="told"
      title={t('public.join.told', { company: company.name })}
      lead={stoppable ? t('public.join.toldStop') : undefined}
    >
      <ul className="join-told">
        {told.map((purpose) => (
          <li key={purpose.slug}>
            <StateShape state={SHAPES[purpose.card.basis]} />
            <Told purpose={purpose} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Told({ purpose: { card, releasedAt } }: { readonly purpose: ShownPurpose }) {
  const { t } = useI18n();
  const basis: LegalBasis = card.basis;
  return (
    <div>
      <p>
        <strong>{card.title}:</strong> {t(`purpose.basis.${basis}`)}.
      </p>
      <Details summary={<ReadAll title={card.title} />}>
        <PurposeCard card={card} releasedAt={releasedAt} takeBackText={t('public.join.stop')} />
      </Details>
    </div>
  );
}
