/**
 * Pages of a company's marketers and owners.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/company.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const company = {
  nav: {
    overview: 'Überblick',
    people: 'Menschen',
    segments: 'Segmente',
    exports: 'Exporte',
    purposes: 'Zwecke',
    team: 'Team',
  },
  overview: { title: 'Überblick' },
  people: { title: 'Menschen' },
  person: { title: 'Person' },
  segments: { title: 'Segmente' },
  segment: { title: 'Segment' },
  exports: { title: 'Exporte' },
  purposes: { title: 'Zwecke' },
  team: { title: 'Team' },
} as const;
