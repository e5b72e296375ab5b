import type { SegmentConditions } from '#schema/segment.ts';
import type { CompanySlug } from './companies.ts';

/** A segment that the marketer saved. */
export interface PlannedSegment {
  readonly slug: string;
  readonly company: CompanySlug;
  readonly purpose: string;
  readonly name: string;
  readonly conditions: SegmentConditions;
}

export const SEGMENTS: readonly PlannedSegment[] = [
  {
    slug: 'families-on-tour',
    company: 'alpenrad',
    purpose: 'newsletter',
    name: 'Familien und Touren',
    conditions: {
      match: 'any',
      conditions: [{ field: 'interests', operator: 'any-of', values: ['family', 'cycling-tours'] }],
    },
  },
  {
    slug: 'new-bicycle-vorarlberg',
    company: 'alpenrad',
    purpose: 'test-rides',
    name: 'Sucht ein Rad, in Österreich',
    conditions: {
      match: 'all',
      conditions: [
        { field: 'postal-region', operator: 'any-of', values: ['at-67', 'at-68', 'at-69'] },
        { field: 'needs', operator: 'any-of', values: ['new-bicycle', 'child-transport'] },
      ],
    },
  },
  {
    slug: 'own-home-solar',
    company: 'rheinstrom',
    purpose: 'solar-advice',
    name: 'Sonne vom eigenen Dach',
    conditions: {
      match: 'all',
      conditions: [{ field: 'needs', operator: 'any-of', values: ['own-solar-power', 'charging-at-home'] }],
    },
  },
  {
    slug: 'large-households',
    company: 'rheinstrom',
    purpose: 'compare-consumption',
    name: 'Haushalte ab vier Personen',
    conditions: {
      match: 'all',
      conditions: [{ field: 'household-size', operator: 'at-least', values: ['4'] }],
    },
  },
  {
    slug: 'coffee-and-breakfast',
    company: 'kornundkruste',
    purpose: 'bread-news',
    name: 'Kaffee und Frühstück',
    conditions: {
      match: 'any',
      conditions: [{ field: 'interests', operator: 'any-of', values: ['coffee', 'breakfast'] }],
    },
  },
  {
    slug: 'curious-tasters',
    company: 'kornundkruste',
    purpose: 'tasting-panel',
    name: 'Probiert gern Neues',
    conditions: {
      match: 'all',
      conditions: [{ field: 'attitudes', operator: 'any-of', values: ['tries-new-things'] }],
    },
  },
];
