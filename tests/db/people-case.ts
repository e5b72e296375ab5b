import fc from 'fast-check';
import type { Facts } from '#app/core/segment/fact-store.ts';
import type { Channel } from '#schema/channel.ts';
import { ConsentState } from '#schema/consent.ts';
import { FACT_FIELDS, type FieldId } from '#schema/field.ts';
import { type Instant, instantOf } from '#schema/instant.ts';
import { LegalBasis } from '#schema/purpose.ts';
import { operatorsFor, type SegmentConditions, type SegmentOperator } from '#schema/segment.ts';
import type { Topic } from '#schema/topic.ts';

/**
 * Any stored state, also such as no act would ever leave behind: SQL must
 * decide it as the pure function does. Few instants, so that "exactly now" is
 * frequent.
 */
export interface PersonCase {
  readonly status: 'active' | 'unconfirmed' | 'left';
  readonly restricted: boolean;
  readonly relationshipRestricted: boolean;
  readonly ended: boolean;
  readonly pausedUntil: Instant | null;
  readonly answer: {
    readonly state: ConsentState;
    readonly version: number | null;
    readonly fields: readonly FieldId[];
    readonly channels: readonly Channel[];
    readonly expiresAt: Instant | null;
  } | null;
  readonly facts: Facts;
  readonly verified: readonly Channel[];
  readonly defaultOff: readonly Channel[] | null;
  readonly ownOff: readonly Channel[] | null;
}

export interface PurposeCase {
  readonly basis: LegalBasis;
  readonly retiredAt: Instant | null;
  readonly versions: readonly {
    readonly fields: readonly FieldId[];
    readonly channels: readonly Channel[];
    readonly topics: readonly Topic[] | null;
    readonly usableUntil: Instant | null;
  }[];
}

const INSTANTS = [1, 2, 3].map((day) => instantOf(Date.UTC(2026, 4, day)));
export const ASKED_AT = [...INSTANTS, instantOf(Date.UTC(2026, 4, 2) - 1)];

/** Each obstacle is rare, so that people pass all of them often enough. */
const rarely = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 10, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const instant = fc.constantFrom(...INSTANTS);
const maybeInstant = fc.oneof(fc.constant(null), fc.constant(null), instant);
const FIELDS: readonly FieldId[] = [...FACT_FIELDS, 'email', 'given-name'];
const fields = fc.subarray([...FIELDS]);
const channels = fc.subarray<Channel>(['email', 'sms', 'post', 'portal']);

const COUNTRIES = ['de', 'at'];
const REGIONS = ['79', '80'];
const INTERESTS = ['repair', 'baking', 'coffee'];

const topics = fc.option(fc.subarray<Topic>(['offers', 'news'], { minLength: 1 }), { nil: null });

const facts: fc.Arbitrary<Facts> = fc
  .record(
    {
      country: fc.constantFrom(...COUNTRIES),
      'postal-region': fc.constantFrom(...REGIONS),
      'birth-decade': fc.constantFrom(1970, 1980),
      'household-size': fc.integer({ min: 1, max: 3 }),
      interests: fc.subarray(INTERESTS, { minLength: 1 }),
    },
    { requiredKeys: [] },
  )
  .map((values) => values as Facts);

export const personCase: fc.Arbitrary<PersonCase> = fc.record({
  status: rarely<PersonCase['status']>('active', 'unconfirmed', 'left'),
  restricted: rarely(false, true),
  relationshipRestricted: rarely(false, true),
  ended: rarely(false, true),
  pausedUntil: rarely<Instant | null>(null, ...INSTANTS),
  answer: fc.option(
    fc.record({
      state: fc.oneof(fc.constant<ConsentState>('granted'), fc.constantFrom(...ConsentState.options)),
      version: fc.constantFrom(0, 1, 2, 0, 1, 2, null),
      fields,
      channels,
      expiresAt: maybeInstant,
    }),
    { nil: null, freq: 6 },
  ),
  facts,
  verified: channels,
  defaultOff: fc.option(channels, { nil: null }),
  ownOff: fc.option(channels, { nil: null }),
});

export const purposeCase: fc.Arbitrary<PurposeCase> = fc.record({
  basis: fc.oneof(fc.constant<LegalBasis>('consent'), fc.constantFrom(...LegalBasis.options)),
  retiredAt: rarely<Instant | null>(null, ...INSTANTS),
  versions: fc.array(fc.record({ fields, channels, topics, usableUntil: maybeInstant }), {
    minLength: 1,
    maxLength: 3,
  }),
});

const VALUES = {
  country: COUNTRIES,
  'postal-region': REGIONS,
  'birth-decade': ['1970', '1980'],
  'household-size': ['1', '2', '3'],
  interests: INTERESTS,
  needs: ['gift-ideas'],
} as const;

const ASKED = Object.keys(VALUES) as (keyof typeof VALUES)[];

const condition = fc.constantFrom(...ASKED).chain((field) =>
  fc.record({
    field: fc.constant(field),
    operator: fc.oneof(
      fc.constantFrom(...operatorsFor(field)),
      fc.constantFrom<SegmentOperator>('is', 'is-not', 'any-of', 'at-least', 'at-most'),
    ),
    // Now and then a value of another kind: no number, no such option.
    values: fc.oneof(
      { weight: 8, arbitrary: fc.subarray<string>([...VALUES[field]], { minLength: 1 }) },
      { weight: 1, arbitrary: fc.constant<string[]>(['x', '1']) },
    ),
  }),
);

export const conditionsCase: fc.Arbitrary<SegmentConditions> = fc.record({
  match: fc.constantFrom('all', 'any'),
  conditions: fc.array(condition, { maxLength: 3 }),
});
