import type { SegmentConditions } from '#schema/segment.ts';

/** Each way in which a segment is found. */
export const SEGMENTS: readonly SegmentConditions[] = [
  { match: 'all', conditions: [{ field: 'country', operator: 'is', values: ['de'] }] },
  { match: 'all', conditions: [{ field: 'interests', operator: 'any-of', values: ['repair'] }] },
  {
    match: 'any',
    conditions: [
      { field: 'birth-decade', operator: 'at-least', values: ['1980'] },
      { field: 'interests', operator: 'any-of', values: ['repair'] },
    ],
  },
];
