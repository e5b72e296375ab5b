import { customer } from './customer.ts';
import { ending } from './ending.ts';
import { entry } from './entry.ts';
import { log } from './log.ts';
import { looks } from './looks.ts';
import { messages } from './messages.ts';
import { proof } from './proof.ts';
import { purposes } from './purposes.ts';
import { recalls } from './recalls.ts';
import { requests } from './requests.ts';
import { today } from './today.ts';
import { verify } from './verify.ts';

/**
 * Pages of a company's privacy officer: dense, exact, printable. One file per
 * screen.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../../en/officer/; the compiler asks for it. Gaps are `{{name}}`, the
 * same in both. A text with a number that changes it is a pair
 * `key_one`/`key_other` with `{{count}}`. Whole sentences only, never parts
 * glued together.
 */
export const officer = {
  nav: {
    today: 'Heute',
    log: 'Protokoll',
    looks: 'Zugriffe',
    purposes: 'Zwecke',
    recalls: 'Datenrückrufe',
    requests: 'Anfragen',
    verify: 'Prüfen',
    messages: 'Gespräche',
  },
  today,
  ending,
  log,
  entry,
  customer,
  proof,
  looks,
  purposes,
  requests,
  recalls,
  verify,
  messages,
} as const;
