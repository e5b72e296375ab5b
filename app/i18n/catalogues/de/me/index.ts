import { decision } from './decision.ts';
import { dialogue } from './dialogue.ts';
import { leaving } from './leave.ts';
import { overview } from './overview.ts';
import { ownProfile } from './own-profile.ts';
import { questions } from './questions.ts';
import { record } from './record.ts';
import { rights } from './rights.ts';
import { takeAlong } from './take-along.ts';
import { wishes } from './wishes.ts';

/**
 * The customer's own pages, one file for a group of screens.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../../en/me; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together.
 */
export const me = {
  ...overview,
  ...decision,
  ...questions,
  ...record,
  ...ownProfile,
  ...takeAlong,
  ...wishes,
  ...leaving,
  rights,
  ...dialogue,
} as const;
