import fc from 'fast-check';
import { CHANNELS, type Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import { TOPICS, type Topic } from '#schema/topic.ts';
import type { Dated, Deed, Quiet, Scope, Town } from './history.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Small pools, so that choices meet and miss what is asked for about as often. */
export const FIELD_POOL: readonly FieldId[] = [
  'given-name',
  'street',
  'email',
  'country',
  'interests',
  'birth-decade',
];
export const CHANNEL_POOL: readonly Channel[] = ['email', 'phone', 'post'];

/** Few, so that all of what a purpose is about is often off. */
export const TOPIC_POOL: readonly Topic[] = ['offers', 'news'];

/** Over midnight and by day; ends that a clock put forward or back skips or shows twice; a zone that moves by half an hour. */
const QUIET_POOL: readonly Quiet[] = [
  { from: '21:00', to: '08:00', timeZone: 'Europe/Vienna' },
  { from: '22:00', to: '02:30', timeZone: 'Europe/Vienna' },
  { from: '02:30', to: '02:15', timeZone: 'Europe/Vienna' },
  { from: '12:00', to: '13:30', timeZone: 'Europe/London' },
  { from: '23:00', to: '01:45', timeZone: 'Australia/Lord_Howe' },
  { from: '00:00', to: '23:59', timeZone: 'America/New_York' },
];

/** On, just before and just after every edge of the rules. A calm town lets its yeses live longer. */
const waits = (calm: boolean) =>
  fc.oneof(
    { weight: calm ? 24 : 4, arbitrary: fc.constantFrom(0, 1, 1000, MINUTE) },
    { weight: calm ? 6 : 3, arbitrary: fc.constantFrom(10 * MINUTE - 1, 10 * MINUTE, 10 * MINUTE + 1) },
    { weight: 2, arbitrary: fc.constantFrom(DAY, 28 * DAY, 29 * DAY, 30 * DAY, 31 * DAY, 31 * DAY + 1) },
    { weight: calm ? 0 : 1, arbitrary: fc.constantFrom(182 * DAY, 365 * DAY, 400 * DAY) },
  );

/** Ends of months, a leap day, and nights with another number of hours: there months of different length bite. */
const starts = fc.constantFrom(
  Date.UTC(2026, 0, 31, 12),
  Date.UTC(2027, 7, 31, 23, 59, 59, 999),
  Date.UTC(2028, 1, 29),
  Date.UTC(2026, 10, 21, 10, 4),
  // The nights when clocks are put forward and back.
  Date.UTC(2026, 2, 28, 22, 30),
  Date.UTC(2026, 9, 24, 22, 30),
);

const subsetOf = <T>(pool: readonly T[]) => fc.subarray([...pool]);

const scopes = (fieldPool: readonly FieldId[], calm: boolean): fc.Arbitrary<Scope> =>
  fc.record({
    fields: fc
      .tuple(fc.subarray([...fieldPool], { minLength: calm ? fieldPool.length / 2 : 0 }), fc.nat(1023))
      .map(([fields, mask]) => fields.map((field, bit) => ({ field, required: (mask & (1 << bit)) !== 0 }))),
    channels: subsetOf(CHANNEL_POOL),
    topics: fc.constantFrom<Topic[] | null>(null, ['offers'], ['offers', 'news'], [...TOPICS]),
    validityMonths: fc.constantFrom(null, 1, 1, 6, 12),
  });

/** A yes before it is known what is asked for. `fit`: it will be cut to fit. */
type LooseDeed = Deed & { readonly fit?: boolean };

function deeds(town: Town, fieldPool: readonly FieldId[], calm: boolean): fc.Arbitrary<LooseDeed> {
  const customer = fc.nat(town.customers - 1);
  const company = fc.nat(town.companies - 1);
  const purpose = fc.nat(town.purposes.length - 1);
  const preference = { customer, company: fc.option(company) };
  const answer = { customer, purpose };
  const of = <R>(type: Deed['type'], rest: { [K in keyof R]: fc.Arbitrary<R[K]> }) =>
    fc.record({ type: fc.constant(type), ...rest }) as unknown as fc.Arbitrary<LooseDeed>;
  const whole = calm ? 2 : 0;
  const choice = {
    fields: fc.oneof(
      { weight: 1, arbitrary: subsetOf(fieldPool) },
      { weight: whole, arbitrary: fc.constant([...fieldPool]) },
    ),
    channels: subsetOf(CHANNEL_POOL),
  };
  const months = fc.constantFrom(undefined, undefined, undefined, 1, 3, 24);
  const often = fc.constantFrom(0, 0, 0, 1);
  return fc.oneof(
    {
      weight: calm ? 180 : 45,
      arbitrary: of('yes', { ...answer, ...choice, months, back: fc.constant(0), fit: fc.constant(true) }),
    },
    { weight: 12, arbitrary: of('yes', { ...answer, ...choice, months, back: often }) },
    { weight: 24, arbitrary: of('no', { ...answer, by: fc.constantFrom('customer', 'customer', 'staff') }) },
    { weight: 18, arbitrary: of('undo', answer) },
    { weight: calm ? 24 : 8, arbitrary: of('write', { customer, round: fc.nat(3) }) },
    {
      weight: 5,
      arbitrary: of('release', {
        purpose,
        scope: scopes(fieldPool, calm),
        oldScopeForMs: fc.constantFrom(null, 0, DAY, 60 * DAY),
      }),
    },
    { weight: 3, arbitrary: of('correct', { purpose }) },
    { weight: 1, arbitrary: of('retire', { purpose }) },
    { weight: 8, arbitrary: of('confirm', { customer }) },
    { weight: 2, arbitrary: of('restrict-customer', { customer, on: fc.constantFrom(true, false, false) }) },
    {
      weight: calm ? 4 : 6,
      arbitrary: of('age', {
        customer,
        limit: fc.constantFrom(14, 16),
        yes: fc.constantFrom(...(calm ? [true, true, true, false] : [true, true, false])),
      }),
    },
    { weight: 8, arbitrary: of('connect', { customer, company }) },
    { weight: calm ? 6 : 2, arbitrary: of('end', { customer, company }) },
    {
      weight: calm ? 6 : 3,
      arbitrary: of('restrict', { customer, company, on: fc.constantFrom(true, false, false) }),
    },
    {
      weight: 6,
      arbitrary: of('pause', {
        ...preference,
        until: fc.constantFrom<unknown>('never', 'for-good', 1, MINUTE, DAY, 30 * DAY),
      }),
    },
    { weight: 6, arbitrary: of('channels-off', { ...preference, off: fc.option(subsetOf(CHANNEL_POOL)) }) },
    { weight: 5, arbitrary: of('topics-off', { ...preference, off: fc.option(subsetOf(TOPIC_POOL)) }) },
    {
      weight: 5,
      arbitrary: of('most', { ...preference, perWeek: fc.constantFrom<unknown>(null, 'any', 1, 1, 2) }),
    },
    {
      weight: 5,
      arbitrary: of('quiet', {
        ...preference,
        hours: fc.constantFrom<unknown>(null, 'none', ...QUIET_POOL, ...QUIET_POOL),
      }),
    },
    {
      weight: calm ? 6 : 10,
      arbitrary: of('use', { ...answer, channel: fc.constantFrom(...CHANNEL_POOL) }),
    },
    { weight: 8, arbitrary: of('verify', { customer, channel: fc.constantFrom(...CHANNELS) }) },
    { weight: 3, arbitrary: of('unverify', { customer, channel: fc.constantFrom('email', 'phone') }) },
    { weight: 8, arbitrary: fc.constant<LooseDeed>({ type: 'expire' }) },
  );
}

export interface HistoryOptions {
  readonly minLength: number;
  readonly maxLength: number;
  readonly fields?: readonly FieldId[];
  /** More is granted than taken back, and less time goes by: for tests that look at those who permit something. */
  readonly calm?: boolean;
}

/**
 * Deeds in the order of time. Every purpose is released first; most customers
 * are confirmed and connected before anything else happens.
 */
export function histories(
  town: Town,
  { minLength, maxLength, fields = FIELD_POOL, calm = false }: HistoryOptions,
): fc.Arbitrary<Dated[]> {
  const people = Array.from({ length: town.customers }, (_, customer) => customer);
  const firsts = fc.tuple(...town.purposes.map(() => scopes(fields, calm)));
  const missing = fc.array(fc.nat(town.customers * (town.companies + 3)), { maxLength: 2 });
  const steps = fc.array(fc.tuple(waits(calm), deeds(town, fields, calm)), {
    size: 'max',
    minLength,
    maxLength,
  });
  const pausing = fc.subarray(people, { maxLength: Math.min(2, people.length) });
  return fc.tuple(starts, firsts, missing, pausing, steps).map(([start, first, left, paused, then]) => {
    const opening: LooseDeed[] = [
      ...first.map((scope, purpose) => ({ type: 'release' as const, purpose, scope, oldScopeForMs: null })),
      ...people
        .flatMap((customer): LooseDeed[] => [
          { type: 'write', customer, round: 0 },
          // A pause that is older than the connection holds for it as well.
          ...(paused.includes(customer)
            ? [{ type: 'pause' as const, customer, company: null, until: 30 * DAY }]
            : []),
          ...Array.from({ length: town.companies }, (_, company) => ({
            type: 'connect' as const,
            customer,
            company,
          })),
          { type: 'confirm', customer },
          { type: 'age', customer, limit: 16, yes: true },
        ])
        .filter((_, index) => !left.includes(index)),
    ];
    let at = start;
    const dated = [
      ...opening.map((deed) => ({ ...deed, at: start })),
      ...then.map(([wait, deed]) => {
        at += wait;
        return { ...deed, at };
      }),
    ];
    return fitted(dated, town);
  });
}

/** Cuts the choices that shall fit to what is asked for at that moment, and dates the pauses. */
function fitted(loose: readonly (LooseDeed & { at: number })[], town: Town): Dated[] {
  const asked = new Map<number, Scope>();
  return loose.map(({ fit, ...deed }) => {
    if (deed.type === 'release') asked.set(deed.purpose, deed.scope);
    if (deed.type === 'pause' && typeof deed.until === 'number')
      return { ...deed, until: deed.at + deed.until };
    const scope = deed.type === 'yes' && town.purposes[deed.purpose] ? asked.get(deed.purpose) : undefined;
    if (!fit || deed.type !== 'yes' || !scope) return deed;
    const channels = scope.channels.filter((channel) => deed.channels.includes(channel));
    return {
      ...deed,
      fields: scope.fields
        .filter(({ field, required }) => required || deed.fields.includes(field))
        .map(({ field }) => field),
      channels: channels.length > 0 ? channels : scope.channels.slice(0, 1),
    };
  });
}
