import { describe, expect, test } from 'vitest';
import { readOldScope } from '#app/routes/me/reading/old-scope.server.ts';
import type { PurposeVersionId } from '#schema/ids.ts';
import { instantOf } from '#schema/instant.ts';
import type { PurposeContent } from '#schema/purpose.ts';
import { newVersion } from '#tests/core/permission/fold-memory.ts';
import { purposeContent } from '#tests/core/permission/purpose-content.ts';

const NOW = instantOf(Date.UTC(2026, 10, 22));
const FIRST = purposeContent('consent', {
  fields: [{ field: 'email', required: true }],
  channels: ['email'],
  topics: ['news'],
  validityMonths: 12,
});

/** What the page tells somebody who said yes to the first text. */
const told = (change: Partial<PurposeContent>) => {
  const version = (number: number, content: PurposeContent) => newVersion(0, number, content, NOW, false);
  const granted = { ...version(1, FIRST), usableUntil: instantOf(Date.UTC(2027, 0, 1)) };
  return readOldScope({ granted, current: version(2, { ...FIRST, ...change }) }, NOW);
};

const NOTHING = {
  over: false,
  newFields: [],
  newChannels: [],
  newTopics: [],
  newRecipients: [],
  newProfiling: false,
  newTerm: null,
};

describe('a yes to an earlier text hears what the new one wants beyond it', () => {
  test.each([
    ['other words alone', {}, {}],
    ['a field', { fields: [...FIRST.fields, { field: 'needs', required: false }] }, { newFields: ['needs'] }],
    ['a way', { channels: ['email', 'sms'] }, { newChannels: ['sms'] }],
    ['a topic', { topics: ['news', 'offers'] }, { newTopics: ['offers'] }],
    [
      'somebody else who gets it',
      { recipients: [{ name: 'Briefbote', country: 'AT', role: FIRST.what }] },
      { newRecipients: ['Briefbote'] },
    ],
    ['conclusions', { profiling: true }, { newProfiling: true }],
    ['a longer time', { validityMonths: null }, { newTerm: { months: null } }],
    ['less', { fields: [], channels: [], topics: [] }, {}],
  ] as const)('%s', (_, change, news) => {
    expect(told(change as Partial<PurposeContent>)).toMatchObject({ ...NOTHING, ...news });
  });

  test('a correction and the newest text itself have no news', () => {
    const current = newVersion(0, 1, FIRST, NOW, false);
    expect(readOldScope({ granted: current, current }, NOW)).toBeNull();
    const mended = { ...current, id: 'mended' as PurposeVersionId };
    expect(readOldScope({ granted: current, current: mended }, NOW)).toBeNull();
    expect(readOldScope({ granted: null, current }, NOW)).toBeNull();
  });
});
