import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel } from '#schema/channel.ts';
import type { PermissionReason } from '#schema/permission.ts';
import { createFold } from '#tests/core/permission/fold.ts';
import { CHANNEL_POOL, histories } from '#tests/core/permission/generate-history.ts';
import type { Dated, Deed, Town } from '#tests/core/permission/history.ts';
import { later } from '#tests/core/permission/later.ts';

const DAY = 86_400_000;
const TOWN: Town = {
  customers: 1,
  companies: 2,
  purposes: [
    { company: 0, basis: 'consent' },
    { company: 0, basis: 'objection' },
    { company: 1, basis: 'consent' },
  ],
};

interface Wish {
  readonly name: string;
  /** For one company; the same deed with null says it for all. */
  readonly deeds: (company: number | null, at: number, channel: Channel, purpose: number) => readonly Deed[];
  readonly reason: PermissionReason;
  /** Without a channel the answer stays. */
  readonly onlyMessages: boolean;
  readonly applies?: (channel: Channel) => boolean;
}

const customer = 0;
const topic = 'offers';

/** Each preference that has a control, with what must come of it at once. */
const WISHES: readonly Wish[] = [
  {
    name: 'pause',
    deeds: (company, at) => [{ type: 'pause', customer, company, until: at + DAY }],
    reason: 'paused',
    onlyMessages: false,
  },
  {
    name: 'channel',
    deeds: (company, _at, channel) => [{ type: 'channels-off', customer, company, off: [channel] }],
    reason: 'channel-off',
    onlyMessages: true,
  },
  {
    name: 'topic',
    deeds: (company) => [{ type: 'topics-off', customer, company, off: [topic] }],
    reason: 'topic-off',
    onlyMessages: true,
  },
  {
    name: 'quiet hours',
    deeds: (company, at) => [{ type: 'quiet', customer, company, hours: aroundNow(at) }],
    reason: 'quiet-hours',
    onlyMessages: true,
    applies: (channel) => channel === 'phone' || channel === 'sms',
  },
  {
    name: 'frequency',
    deeds: (company, _at, channel, purpose) => [
      { type: 'most', customer, company, perWeek: 1 },
      { type: 'use', customer, purpose, channel },
    ],
    reason: 'frequency-reached',
    onlyMessages: true,
  },
];

test.each(WISHES)(
  '$name: whatever happened before, the next message is refused, and only that',
  ({ deeds, reason, onlyMessages, applies = () => true }) => {
    let enforced = 0;
    const random = histories(TOWN, { minLength: 6, maxLength: 24, calm: true });
    fc.assert(
      fc.property(random, fc.boolean(), fc.constantFrom(0, 1), (history, forAll, purpose) => {
        const play = (more: readonly Dated[]) => {
          const fold = createFold(TOWN);
          for (const deed of [...history, ...more]) fold.next(deed);
          return fold;
        };
        const now = (history.at(-1)?.at ?? 0) + 1;
        for (const channel of CHANNEL_POOL.filter(applies)) {
          const ask = { customer, purpose, at: now + 1, channel, topic } as const;
          // Of one company: whatever it has of its own goes before what is said for all.
          const company = forAll ? null : 0;
          const proved: Dated = { type: 'verify', customer, channel, at: now };
          const cleared = [proved, ...(forAll ? clearedOverrides(now) : [])];
          const before = play(cleared);
          if (!before.answer(ask)?.allowed) continue;
          const said = deeds(company, now, channel, purpose).map((deed) => ({ ...deed, at: now }) as Dated);
          const after = play([...cleared, ...said]);
          expect(after.answer(ask)).toMatchObject({ allowed: false, reason });
          enforced++;
          const data = { customer, purpose, at: now + 1 };
          expect(after.answer(data)?.allowed).toBe(onlyMessages);
          // The other company is told the same as before, unless it was said for all.
          const other = { customer, purpose: 2, at: now + 1, channel, topic } as const;
          if (!forAll) expect(after.answer(other)).toEqual(before.answer(other));
        }
      }),
      { numRuns: 3_000 },
    );
    console.log(`${enforced} times enforced`);
    expect(enforced).toBeGreaterThan(100);
  },
);

test('a limit or hours that end say when, and then the message goes out', () => {
  // The night when the clock is put back; four years later that night is another one.
  const base: Dated[] = [
    { type: 'release', purpose: 0, scope: SCOPE, oldScopeForMs: null, at: Date.UTC(2026, 9, 24, 18) },
    { type: 'connect', customer, company: 0, at: Date.UTC(2026, 9, 24, 18) },
    { type: 'confirm', customer, at: Date.UTC(2026, 9, 24, 18) },
    { type: 'age', customer, limit: 16, yes: true, at: Date.UTC(2026, 9, 24, 18) },
    { type: 'verify', customer, channel: 'phone', at: Date.UTC(2026, 9, 24, 18) },
    {
      type: 'yes',
      customer,
      purpose: 0,
      back: 0,
      fields: [],
      channels: ['phone'],
      at: Date.UTC(2026, 9, 24, 18),
    },
    {
      type: 'quiet',
      customer,
      company: null,
      hours: { from: '21:00', to: '07:00', timeZone: 'Europe/Vienna' },
      at: Date.UTC(2026, 9, 24, 18),
    },
    { type: 'most', customer, company: 0, perWeek: 1, at: Date.UTC(2026, 9, 24, 18) },
    { type: 'use', customer, purpose: 0, channel: 'phone', at: Date.UTC(2026, 9, 24, 18, 30) },
  ];
  for (const history of [base, later(base, Date.UTC(2027, 0, 1))]) {
    const fold = createFold(TOWN);
    for (const deed of history) expect(fold.next(deed), deed.type).toBe('written');
    const used = history.at(-1)?.at ?? 0;
    const ask = (at: number) => fold.answer({ customer, purpose: 0, at, channel: 'phone', topic: 'news' });
    expect(ask(used)).toMatchObject({ reason: 'frequency-reached' });
    // The week is over in the evening, within or before the quiet hours: what is told is when both are.
    const again = Date.parse(ask(used)?.againAt ?? '');
    expect(ask(again)).toMatchObject({ allowed: true, againAt: null });
    expect(ask(again - 1)?.allowed).toBe(false);
  }
});

const SCOPE = { fields: [], channels: ['phone'], validityMonths: null } as const;

/** Three hours before and after, on the wall of Vienna: in each night, however many hours it has. */
function aroundNow(at: number) {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Vienna',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const hours = 3 * 3_600_000;
  return { from: clock.format(at - hours), to: clock.format(at + hours), timeZone: 'Europe/Vienna' };
}

function clearedOverrides(at: number): Dated[] {
  return [
    { type: 'channels-off', customer, company: 0, off: null, at },
    { type: 'topics-off', customer, company: 0, off: null, at },
    { type: 'most', customer, company: 0, perWeek: null, at },
    { type: 'quiet', customer, company: 0, hours: null, at },
  ];
}
