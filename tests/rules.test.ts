import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The 27 rules of respectful design and the tests that hold them: file, and how
 * the test's name begins. Whoever renames or drops such a test is told here
 * which promise to customers it kept.
 */
const RULES: Readonly<
  Record<number, { readonly rule: string; readonly heldBy: readonly (readonly [string, string])[] }>
> = {
  1: {
    rule: 'Taking back takes no more steps than giving',
    heldBy: [
      ['e2e/customer-steps.test.ts', '%s/%s: taking back takes no more steps than giving'],
      ['e2e/customer-steps.test.ts', 'stop and allow again take the same steps'],
    ],
  },
  2: {
    rule: 'Taking back is at most two presses from home',
    heldBy: [
      ['e2e/customer-steps.test.ts', '%s/%s: taking back takes no more steps than giving, and two at most'],
      [
        'e2e/customer-steps.test.ts',
        'everything, one company’s advertising, and a pause: two steps from the overview',
      ],
    ],
  },
  3: {
    rule: 'Nothing is ticked beforehand; "not decided" is not "no"',
    heldBy: [
      [
        'routes/me-pages.test.ts',
        'a new customer reads what to do first, has no ticked box and no answer stored',
      ],
      ['routes/me-no.test.ts', 'to something undecided is stored as a no, apart from "not decided"'],
      ['routes/join/join-form.test.ts', 'a fresh page has three answers a purpose and nothing chosen'],
    ],
  },
  4: {
    rule: 'Yes and no are equal',
    heldBy: [
      ['e2e/customer-look.test.ts', 'at %i px yes and no are equal: size, row, ink and ground'],
      ['e2e/join-journey.test.ts', 'the three answers weigh the same: size, row, type and colour'],
    ],
  },
  5: {
    rule: 'One purpose, one decision; no "accept all"',
    heldBy: [
      ['routes/every-control.test.ts', 'no control of %s is refused, none gives more than one yes'],
      ['routes/me-take-back.test.ts', 'everything ends in one commit and comes back as one'],
    ],
  },
  6: {
    rule: 'Every customer page works without scripts',
    heldBy: [
      ['e2e/customer-journey.test.ts', 'from the first visit to taking everything along'],
      [
        'e2e/join-journey.test.ts',
        'a new customer answers at the till, confirms with one button and sees what holds',
      ],
    ],
  },
  7: {
    rule: 'Taking back needs no reason',
    heldBy: [['routes/me-no.test.ts', 'is one post without a reason, acts at once']],
  },
  8: {
    rule: 'A withdrawal counts at the next read',
    heldBy: [
      ['routes/company/company-people.test.ts', 'a stop, a pause and a withdrawal empty the very next page'],
      ['core/permission/withdraw-race.store.test.ts', 'nobody is read after the no'],
    ],
  },
  9: {
    rule: 'Before a yes: who, what data, what for, how long, what you get, where to take back',
    heldBy: [['routes/me-before-yes.test.ts', 'in %s every page with a yes says first who']],
  },
  10: {
    rule: 'The confirmation says from what to what, when, under which number and what happens next',
    heldBy: [
      [
        'routes/me-decide.test.ts',
        'holds for the chosen subset, says from what to what, when and under which number',
      ],
    ],
  },
  11: {
    rule: 'Consequences are told neutrally',
    heldBy: [['i18n/wording.test.ts', 'never presses: no guilt, no loss, no doubt, no hurry']],
  },
  12: {
    rule: 'An undo for ten minutes, as a new event',
    heldBy: [
      ['core/consent/undo-decision.store.test.ts', 'works for exactly ten minutes'],
      ['routes/me-no.test.ts', 'can be undone for ten minutes and no longer'],
    ],
  },
  13: {
    rule: 'A receipt at once on the page, one mail ten minutes after the last decision, and later again',
    heldBy: [
      [
        'core/mail/receipts.store.test.ts',
        'one mail ten minutes after the last decision, from what to what, when, under which number',
      ],
      ['core/mail/receipts.store.test.ts', 'a refusal alone sends none, beside a yes it is listed'],
      [
        'routes/me-decide.test.ts',
        'holds for the chosen subset, says from what to what, when and under which number',
      ],
    ],
  },
  14: {
    rule: 'Pages show what is stored',
    heldBy: [
      [
        'routes/every-control.test.ts',
        'no control of %s is refused, none gives more than one yes, an undo restores, pages tell what is stored',
      ],
      [
        'routes/me-no.test.ts',
        'on a page that "back" brought again takes the other answer, with the same id',
      ],
    ],
  },
  15: {
    rule: 'No control that the server would refuse',
    heldBy: [['routes/every-control.test.ts', 'no control of %s is refused']],
  },
  16: {
    rule: 'Every preference has an effect',
    heldBy: [
      ['core/permission/decide-permission.property.test.ts', 'the decision and the oracle never differ'],
      ['routes/me-preferences.test.ts', 'a pause of one company stops that company alone'],
      [
        'routes/me-preferences.test.ts',
        'a channel that is switched off stays silent although there is a yes',
      ],
      [
        'routes/me-wishes.test.ts',
        'a topic that is switched off is refused at once, and everything when none is left',
      ],
      [
        'routes/me-wishes.test.ts',
        'quiet hours silence calls and SMS on the wall of the customer, and nothing else',
      ],
    ],
  },
  17: {
    rule: 'Plain language',
    heldBy: [
      ['i18n/readability.test.ts', '%s reads easily'],
      ['core/seed/readability.test.ts', 'privacy notice of $company'],
    ],
  },
  18: {
    rule: 'The exact text and language are kept and shown later',
    heldBy: [
      ['routes/me-decide.test.ts', 'keeps the exact text and language that were on the page'],
      ['routes/me-export.test.ts', 'every text that a decision points to, byte for byte'],
    ],
  },
  19: {
    rule: 'A change never widens a consent',
    heldBy: [
      [
        'core/consent/versions.store.test.ts',
        'a change leaves the old grant its old scope until the stated date and nothing beyond it',
      ],
      [
        'core/consent/versions.store.test.ts',
        'a correction keeps the grant; one that changes more than words is refused',
      ],
    ],
  },
  20: {
    rule: 'No asking again after a no',
    heldBy: [
      [
        'core/consent/say-no.store.test.ts',
        'to what was never decided refuses it, once, and locks the question for six months',
      ],
      ['routes/me-questions.test.ts', 'no ends it; the next question for the same thing is never shown'],
    ],
  },
  21: {
    rule: 'Every access is shown; "nobody looked" is said in words',
    heldBy: [
      [
        'routes/me-looks.test.ts',
        'every look is one line: who, which fields, what for, when; file and list alike',
      ],
      ['routes/me-looks.test.ts', 'nobody looked: said in words, on the overview too'],
      [
        'routes/company/company-canary.test.ts',
        'in every byte that a company gets, exactly the permitted values are found, and each has its record',
      ],
    ],
  },
  22: {
    rule: 'Taking back from a mail without a password; GET changes nothing; one-click POST',
    heldBy: [
      [
        'routes/mail/mail-link.test.ts',
        'shows titles and no value of the profile, tells no other site where it was, and changes nothing',
      ],
      ['routes/mail/mail-link.test.ts', 'ends one purpose at once, in its name in the record, and says so'],
      [
        'routes/mail/one-click.test.ts',
        "ends that company's advertising, from anywhere, without a cookie, once",
      ],
    ],
  },
  23: {
    rule: 'A state is never told by colour alone',
    heldBy: [['routes/every-control.test.ts', 'no control of %s is refused']],
  },
  24: {
    rule: 'WCAG 2.2 AA',
    heldBy: [
      [
        'e2e/customer-look.test.ts',
        'on the phone no page has a fault that axe can find, runs out or has low controls',
      ],
      [
        'e2e/customer-look.test.ts',
        'on a desk none has either; in forced colours buttons keep an edge, and nothing moves',
      ],
      ['e2e/customer-look.test.ts', 'what has the keyboard can be seen, also in forced colours'],
    ],
  },
  25: {
    rule: 'Errors: summary on top, beside the field, what was typed is kept',
    heldBy: [
      [
        'routes/me-profile.test.ts',
        'shows each wrong value beside its field and keeps everything that was typed',
      ],
      [
        'routes/join/join-form.test.ts',
        'every problem at once: summary, text beside the input, everything typed kept, nothing sent',
      ],
      ['e2e/customer-look.test.ts', 'forms that come back with errors have none either'],
    ],
  },
  26: {
    rule: 'A form sent twice or after the end of a session loses and doubles nothing',
    heldBy: [
      ['core/consent/races.store.test.ts', 'ten identical yeses at once are one event'],
      [
        'routes/me-no.test.ts',
        'that is sent twice counts once, and an old one never overrides a later answer',
      ],
      [
        'routes/kept-forms.test.ts',
        'outlives the end of a session: offered again, filled in, sent by nobody',
      ],
    ],
  },
  27: {
    rule: 'The language switch keeps page and input; dates and numbers follow',
    heldBy: [
      [
        'routes/kept-forms.test.ts',
        'and the page stay when the language changes, with no script; nothing is sent',
      ],
      ['i18n/format.test.ts', 'the wall clock follows the zone, summer and winter'],
      ['i18n/catalogues.test.ts', 'have the same keys'],
    ],
  },
};

test('every one of the 27 rules is held by a test', () => {
  expect(Object.keys(RULES).map(Number)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
});

test.each(Object.entries(RULES))('rule %s', (_, { heldBy }) => {
  for (const [file, name] of heldBy) {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    expect(source.replaceAll(/\s+/g, ' '), `${file} has no test "${name}"`).toMatch(
      new RegExp(`['"\`]${name.replaceAll(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')}`),
    );
  }
});
