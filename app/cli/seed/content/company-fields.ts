import type { CompanyFieldContent } from '#schema/company-field.ts';
import { CompanyFieldId } from '#schema/field.ts';
import type { CompanySlug } from './companies.ts';

/** What a company asks beyond the catalogue. Proposed by its marketer, released by its owner. */
export interface PlannedField {
  readonly id: CompanyFieldId;
  readonly company: CompanySlug;
  readonly slug: string;
  /** False: still a proposal at the end of the plan. */
  readonly released: boolean;
  readonly content: CompanyFieldContent;
}

/** Fixed, because the texts of purposes name them. */
export const SHOE_SIZE = CompanyFieldId.parse('x-3f0c9a51d7be4c0e8a6645d12b9f7e01');
export const READING_DAYS = CompanyFieldId.parse('x-7d41e88b02c94f5db31a90c6f5e2a802');
const PICK_UP = CompanyFieldId.parse('x-b96a02f4c1d34875952e07ddc84b3103');

export const COMPANY_FIELDS: readonly PlannedField[] = [
  {
    id: SHOE_SIZE,
    company: 'alpenrad',
    slug: 'schuhgroesse',
    released: true,
    content: {
      label: { de: 'Schuhgröße', en: 'Shoe size' },
      type: 'choice',
      options: [
        { value: 'bis-37', label: { de: 'bis 37', en: 'up to 37' } },
        { value: '38-40', label: { de: '38 bis 40', en: '38 to 40' } },
        { value: '41-43', label: { de: '41 bis 43', en: '41 to 43' } },
        { value: 'ab-44', label: { de: 'ab 44', en: 'from 44' } },
      ],
      reason: {
        de: 'Für Probefahrten legen wir Schuhe bereit, die auf die Pedale passen.',
        en: 'For test rides we lay out shoes that fit the pedals.',
      },
      benefit: {
        de: 'Sie fahren gleich los und suchen nicht erst nach Schuhen.',
        en: 'You can ride off straight away without looking for shoes first.',
      },
    },
  },
  {
    id: READING_DAYS,
    company: 'rheinstrom',
    slug: 'ablesen',
    released: true,
    content: {
      label: { de: 'Ablesezeit', en: 'Meter reading time' },
      type: 'choice',
      options: [
        { value: 'month-start', label: { de: 'am Anfang des Monats', en: 'at the start of the month' } },
        { value: 'month-middle', label: { de: 'in der Mitte des Monats', en: 'in the middle of the month' } },
        { value: 'month-end', label: { de: 'am Ende des Monats', en: 'at the end of the month' } },
      ],
      reason: {
        de: 'Wir vergleichen Ihren Verbrauch genauer, wenn Sie immer zur gleichen Zeit ablesen.',
        en: 'We compare your use better when you always read at the same time.',
      },
      benefit: {
        de: 'Ihr Vergleich stimmt, und die Bitte um den Stand kommt, wenn es Ihnen passt.',
        en: 'Your figures are right, and we ask for them when it suits you.',
      },
    },
  },
  {
    id: PICK_UP,
    company: 'kornundkruste',
    slug: 'abholzeit',
    released: false,
    content: {
      label: { de: 'Abholzeit', en: 'Pick-up time' },
      type: 'choice',
      options: [
        { value: 'before-work', label: { de: 'vor der Arbeit', en: 'before work' } },
        { value: 'noon', label: { de: 'zu Mittag', en: 'at noon' } },
        { value: 'evening', label: { de: 'am Abend', en: 'in the evening' } },
      ],
      reason: {
        de: 'Wir wollen wissen, wann wie viel Brot fertig sein soll.',
        en: 'We want to know how much bread should be ready, and when.',
      },
      benefit: {
        de: 'Ihr Brot liegt bereit, wenn Sie kommen.',
        en: 'Your bread is ready when you come.',
      },
    },
  },
];
