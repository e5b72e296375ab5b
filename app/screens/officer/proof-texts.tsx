import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Section } from '#app/ui/section.tsx';
import { PurposeCard } from '../me/purpose-card.tsx';
import type { ProofView } from './proof-view.ts';

/** The words themselves, on pages of their own, when they were asked for. */
export function ProofTexts({ texts }: Pick<ProofView, 'texts'>) {
  const { t } = useI18n();
  const asked = texts.flatMap(({ card, ...text }) => (card ? [{ ...text, card }] : []));
  if (asked.length === 0) return null;
  return (
    <div className="proof-texts">
      <Section id="texts" title={t('officer.proof.texts')}>
        {asked.map(({ number, card, releasedAt }) => (
          <Section
            key={number}
            id={`text-${number}`}
            level={3}
            title={
              <>
                {t('officer.proof.textRef', { number })}: <span lang={card.language}>{card.title}</span>
              </>
            }
          >
            <PurposeCard card={card} releasedAt={releasedAt} />
          </Section>
        ))}
      </Section>
    </div>
  );
}
