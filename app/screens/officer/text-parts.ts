import type { PurposeCardText } from '#app/core/purpose/purpose-card.ts';

/** What a frozen text says in words, in its order. */
export const TEXT_PARTS = [
  'title',
  'what',
  'benefitCustomer',
  'benefitCompany',
  'onNo',
  'legalNote',
  'retention',
  'recipients',
  'storage',
  'company',
] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** What it asks for. */
export const SCOPE_PARTS = ['fields', 'channels', 'topics', 'term', 'profiling'] as const;
export type ScopePart = (typeof SCOPE_PARTS)[number];

/** As frozen, word by word; lists are one text. Countries stand as the codes that were frozen. */
export function textOfPart(card: PurposeCardText, part: TextPart): string {
  switch (part) {
    case 'recipients':
      return card.recipients.map(({ name, country, role }) => `${name}, ${country}: ${role}`).join('; ');
    case 'storage':
      return card.storage.map(({ place, country }) => `${place}, ${country}`).join('; ');
    case 'company': {
      const { name, legalName, address, email, officer, authority } = card.company;
      return [name, legalName, address, email, officer, authority].join('; ');
    }
    default:
      return card[part];
  }
}
