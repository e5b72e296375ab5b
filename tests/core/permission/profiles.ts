import { type CatalogueField, FIELDS, type FieldId, type FieldValue, fieldShape } from '#schema/field.ts';
import type { BuiltTown } from './built-town.ts';
import type { Dated } from './history.ts';

/** What customers type into their profiles in these tests; a pure function of who and of the how-manieth time. */
export type TypedProfile = Readonly<Partial<Record<CatalogueField, string | readonly string[]>>>;

const TYPED: readonly CatalogueField[] = [
  'given-name',
  'family-name',
  'title',
  'mobile',
  'landline',
  'street',
  'city',
  'postal-code',
  'country',
  'birth-date',
  'household-size',
  'home-type',
  'preferred-language',
  'interests',
  'needs',
  'attitudes',
  'favourite-branch',
  'frame-number',
  'meter-number',
  'loyalty-card',
];

/**
 * @param mark names the town, so that no two towns share a value
 * @param round 0 is complete; later ones leave some fields empty
 */
export function typedProfile(mark: string, customer: number, round: number): TypedProfile {
  const dice = diceOf(`${mark} ${customer} ${round}`);
  const entries = TYPED.map((field) => {
    // Always another number, so that the oracle knows when a proved one is gone.
    const empty = round > 0 && dice(4) === 0 && field !== 'mobile';
    return [field, empty ? '' : typed(field, `${mark}-${customer}-${round}`, dice)] as const;
  });
  return Object.fromEntries(entries);
}

function typed(field: CatalogueField, canary: string, dice: (sides: number) => number): string | string[] {
  const { options, type } = fieldShape(field);
  const option = () => options?.[dice(options.length)] ?? '';
  if (type === 'choices') return [...new Set([option(), option()])];
  if (options) return option();
  switch (field) {
    case 'postal-code':
      return String(1000 + dice(9000));
    case 'birth-date':
      return `${1930 + dice(80)}-0${1 + dice(9)}-1${dice(10)}`;
    case 'mobile':
    case 'landline':
      // Twelve digits that no other value has: a canary as good as a word.
      return `+43${1 + dice(9)}${String(dice(1e9)).padStart(9, '0')}`;
    case 'household-size':
      return String(1 + dice(8));
    default:
      return `${field} ${canary}`;
  }
}

/** The value a company would see, worked out from what was typed; shares nothing with the program. */
export function visibleValue(profile: TypedProfile, email: string, field: FieldId): FieldValue | undefined {
  const typedIn = (name: CatalogueField) => {
    const value = profile[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  if (field === 'email') return email;
  if (field === 'birthday') return typedIn('birth-date')?.replace(/^\d+-/, '');
  if (field === 'birth-decade') {
    const year = typedIn('birth-date')?.split('-')[0];
    return year && String(Math.floor(Number(year) / 10) * 10);
  }
  if (field === 'postal-region') {
    const [country, code] = [typedIn('country'), typedIn('postal-code')];
    return country && code && `${country}-${code[0]}${code[1]}`;
  }
  if (!(field in FIELDS)) return undefined;
  const value = profile[field as CatalogueField];
  if (value === undefined || value === '' || value.length === 0) return undefined;
  if (typeof value === 'string') return value;
  return fieldShape(field as CatalogueField).options?.filter((option) => value.includes(option));
}

/** Deterministic dice (mulberry32 over a hash of the seed). */
function diceOf(seed: string): (sides: number) => number {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

export interface KnownValues {
  note(deed: Dated): void;
  readonly value: (customer: number, field: FieldId) => FieldValue | undefined;
}

/** Follows what the customers of a town typed last. */
export function knownValues({ mark, customers }: Pick<BuiltTown, 'mark' | 'customers'>): KnownValues {
  const profiles = new Map<number, TypedProfile>();
  return {
    note: (deed) => {
      if (deed.type === 'write') profiles.set(deed.customer, typedProfile(mark, deed.customer, deed.round));
    },
    value: (customer, field) =>
      visibleValue(profiles.get(customer) ?? {}, customers[customer]?.email ?? '', field),
  };
}
