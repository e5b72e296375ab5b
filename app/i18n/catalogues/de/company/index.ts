import { ask } from './ask.ts';
import { dialogue } from './dialogue.ts';
import { exports } from './exports.ts';
import { fields } from './fields.ts';
import { overview } from './overview.ts';
import { owner } from './owner.ts';
import { people } from './people.ts';
import { recalls } from './recalls.ts';
import { segment } from './segment.ts';
import { planned, uses } from './uses.ts';

/**
 * Pages of a company's marketers and owners, one file per screen.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../../en/company/; the compiler asks for it. Gaps are `{{name}}`, the
 * same in both. A text with a number that changes it is a pair
 * `key_one`/`key_other` with `{{count}}`. Whole sentences only, never parts
 * glued together.
 */
export const company = {
  nav: {
    overview: 'Überblick',
    people: 'Menschen',
    recalls: 'Datenrückrufe',
    uses: 'Gesendet',
    segments: 'Segmente',
    ask: 'Fragen',
    messages: 'Gespräche',
    fields: 'Angaben',
  },
  ask,
  overview,
  owner,
  ...people,
  ...segment,
  exports,
  uses,
  planned,
  dialogue,
  recalls,
  fields,
} as const;
