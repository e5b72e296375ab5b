import { parseCard } from '#app/core/purpose/purpose-card.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { createTranslator } from '#app/i18n/translator.ts';
import { PurposeCard } from '#app/screens/me/purpose-card.tsx';
import { Details } from '#app/ui/details.tsx';
import type { PartProps } from './part.ts';

/** Each text that a decision points to, as it was read. */
export function Texts({ data: { texts } }: PartProps) {
  const { t } = useI18n();
  if (texts.length === 0) return <p className="soft">{t('common.page.empty')}</p>;
  return (
    <div className="page-texts">
      {texts.map(({ textHash, card, releasedAt }) => {
        const text = parseCard(card);
        return (
          <Details
            key={textHash}
            summary={
              <span lang={text.language}>
                {text.company.name}: {text.title}
              </span>
            }
          >
            <PurposeCard
              card={text}
              releasedAt={releasedAt}
              takeBackText={createTranslator(text.language)('me.takeAlong.takeBackThere')}
            />
          </Details>
        );
      })}
    </div>
  );
}
