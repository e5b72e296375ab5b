import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';
import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { ScopePart } from './text-parts.ts';

/** What a frozen card asks for, in the words of whoever reads the page. */
export function useScopeWords(): (card: PurposeCardText, part: ScopePart) => string[] {
  const { t, format } = useI18n();
  return (card, part) => {
    switch (part) {
      case 'fields':
        return card.fields.map(({ field, required }) =>
          required ? t('officer.purposes.required', { field: fieldLabel(t, field) }) : fieldLabel(t, field),
        );
      case 'channels':
        return card.channels.map((channel) => t(`common.channel.${channel}`));
      case 'topics':
        return (card.topics ?? []).map((topic) => t(`common.topic.${topic}`));
      case 'term':
        return [
          card.validityMonths === null ? t('officer.purposes.termOpen') : format.months(card.validityMonths),
        ];
      case 'profiling':
        return [t(card.profiling ? 'officer.purposes.profilingYes' : 'officer.purposes.profilingNo')];
    }
  };
}
