import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { useScopeWords } from './scope-words.ts';
import { SCOPE_PARTS, TEXT_PARTS, textOfPart } from './text-parts.ts';

/** The texts of one version in one language as frozen, and what it asks for. */
export function FrozenText({ card }: { readonly card: PurposeCardText }) {
  const { t } = useI18n();
  const scopeWords = useScopeWords();
  return (
    <DescriptionList
      look="lines"
      facts={[
        ...TEXT_PARTS.map((part) => ({
          term: t(`officer.purposes.parts.${part}`),
          text: <span lang={card.language}>{textOfPart(card, part) || '–'}</span>,
        })),
        ...SCOPE_PARTS.map((part) => ({
          term: t(`officer.purposes.parts.${part}`),
          text: scopeWords(card, part).join(', ') || '–',
        })),
      ]}
    />
  );
}
