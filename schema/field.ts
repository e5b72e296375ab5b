import * as z from 'zod';

export const FIELD_GROUPS = [
  'identity',
  'contact',
  'address',
  'birth',
  'household',
  'language',
  'interests',
  'needs',
  'attitudes',
  'identifiers',
  /** What companies defined for themselves; see schema/company-field.ts. */
  'extra',
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** How carefully a field is treated on screen: `high` is masked until asked for in lists. */
export type Sensitivity = 'low' | 'medium' | 'high';

export type FieldType =
  | 'text'
  | 'email'
  | 'phone'
  | 'date'
  | 'postal-code'
  | 'country'
  | 'count'
  | 'choice'
  | 'choices'
  | 'derived';

interface FieldShape {
  readonly group: FieldGroup;
  readonly type: FieldType;
  /** Term of the W3C DPV personal-data extension, https://w3id.org/dpv/pd (2.0, 2024-08-01). */
  readonly dpv: `pd:${string}`;
  readonly sensitivity: Sensitivity;
  /** Closed list of values for `choice` and `choices`. */
  readonly options?: readonly string[];
  /** May stand in clear as a coarse attribute for counting, while a grant includes it. */
  readonly fact?: true;
  /** A derived field is computed from this one, never entered. */
  readonly from?: string;
}

/**
 * Everything a profile can hold. Needs and attitudes are closed lists on
 * purpose: free text would sooner or later carry health, belief or politics
 * (GDPR Art. 9), which have no place in a marketing profile.
 */
export const FIELDS = {
  salutation: {
    group: 'identity',
    type: 'choice',
    dpv: 'pd:Name',
    sensitivity: 'low',
    options: ['ms', 'mr', 'none'],
  },
  'given-name': { group: 'identity', type: 'text', dpv: 'pd:Name', sensitivity: 'medium' },
  'family-name': { group: 'identity', type: 'text', dpv: 'pd:Name', sensitivity: 'medium' },
  title: { group: 'identity', type: 'text', dpv: 'pd:Name', sensitivity: 'low' },
  email: { group: 'contact', type: 'email', dpv: 'pd:EmailAddress', sensitivity: 'high' },
  mobile: { group: 'contact', type: 'phone', dpv: 'pd:TelephoneNumber', sensitivity: 'high' },
  landline: { group: 'contact', type: 'phone', dpv: 'pd:TelephoneNumber', sensitivity: 'high' },
  street: { group: 'address', type: 'text', dpv: 'pd:PhysicalAddress', sensitivity: 'high' },
  'postal-code': { group: 'address', type: 'postal-code', dpv: 'pd:PhysicalAddress', sensitivity: 'medium' },
  city: { group: 'address', type: 'text', dpv: 'pd:City', sensitivity: 'medium' },
  country: {
    group: 'address',
    type: 'country',
    dpv: 'pd:Country',
    sensitivity: 'low',
    options: ['de', 'at', 'ch', 'li'],
    fact: true,
  },
  'postal-region': {
    group: 'address',
    type: 'derived',
    dpv: 'pd:Location',
    sensitivity: 'low',
    fact: true,
    from: 'postal-code',
  },
  'birth-date': { group: 'birth', type: 'date', dpv: 'pd:BirthDate', sensitivity: 'high' },
  birthday: {
    group: 'birth',
    type: 'derived',
    dpv: 'pd:BirthDate',
    sensitivity: 'medium',
    from: 'birth-date',
  },
  'birth-decade': {
    group: 'birth',
    type: 'derived',
    dpv: 'pd:AgeRange',
    sensitivity: 'low',
    fact: true,
    from: 'birth-date',
  },
  'household-size': {
    group: 'household',
    type: 'count',
    dpv: 'pd:FamilyStructure',
    sensitivity: 'medium',
    fact: true,
  },
  'home-type': {
    group: 'household',
    type: 'choice',
    dpv: 'pd:HouseOwned',
    sensitivity: 'low',
    options: ['flat', 'house', 'shared'],
    fact: true,
  },
  heating: {
    group: 'household',
    type: 'choice',
    dpv: 'pd:HouseOwned',
    sensitivity: 'low',
    options: ['gas', 'oil', 'district', 'heat-pump', 'wood', 'other'],
  },
  'bicycle-kind': {
    group: 'household',
    type: 'choice',
    dpv: 'pd:Preference',
    sensitivity: 'low',
    options: ['city', 'trekking', 'e-bike', 'cargo', 'gravel', 'mountain', 'children'],
  },
  'preferred-language': {
    group: 'language',
    type: 'choice',
    dpv: 'pd:Language',
    sensitivity: 'low',
    options: ['de', 'en', 'fr', 'it'],
    fact: true,
  },
  interests: {
    group: 'interests',
    type: 'choices',
    dpv: 'pd:Interest',
    sensitivity: 'medium',
    fact: true,
    options: [
      'cycling-tours',
      'commuting',
      'repair',
      'family',
      'photovoltaics',
      'electric-car',
      'smart-home',
      'baking',
      'breakfast',
      'coffee',
      'regional-food',
      'events',
    ],
  },
  'favourite-branch': { group: 'interests', type: 'text', dpv: 'pd:Preference', sensitivity: 'low' },
  'contact-time': {
    group: 'interests',
    type: 'choice',
    dpv: 'pd:Preference',
    sensitivity: 'low',
    options: ['morning', 'afternoon', 'evening'],
  },
  needs: {
    group: 'needs',
    type: 'choices',
    dpv: 'pd:Intention',
    sensitivity: 'medium',
    fact: true,
    options: [
      'new-bicycle',
      'service-appointment',
      'child-transport',
      'lower-energy-bill',
      'own-solar-power',
      'charging-at-home',
      'order-ahead',
      'catering',
      'gift-ideas',
    ],
  },
  'need-until': { group: 'needs', type: 'date', dpv: 'pd:Intention', sensitivity: 'low' },
  attitudes: {
    group: 'attitudes',
    type: 'choices',
    dpv: 'pd:Attitude',
    sensitivity: 'medium',
    fact: true,
    options: [
      'regional-first',
      'lasting-quality',
      'price-first',
      'climate-friendly',
      'tries-new-things',
      'likes-advice',
      'prefers-self-service',
    ],
  },
  'frame-number': { group: 'identifiers', type: 'text', dpv: 'pd:UID', sensitivity: 'medium' },
  'meter-number': { group: 'identifiers', type: 'text', dpv: 'pd:UID', sensitivity: 'medium' },
  'loyalty-card': { group: 'identifiers', type: 'text', dpv: 'pd:UID', sensitivity: 'medium' },
} as const satisfies Record<string, FieldShape>;

export type CatalogueField = keyof typeof FIELDS;
export const CATALOGUE_FIELDS = Object.keys(FIELDS) as CatalogueField[];

/** The shape of a catalogue field; the widened type lets callers read optional parts. */
export function fieldShape(field: CatalogueField): FieldShape {
  return FIELDS[field];
}

export const CatalogueFieldId = z.enum(CATALOGUE_FIELDS as [CatalogueField, ...CatalogueField[]]);

/** A field that one company defined; it belongs to the customer's profile like any other. */
export const CompanyFieldId = z
  .string()
  .regex(/^x-[0-9a-f]{32}$/)
  .brand<'CompanyFieldId'>();
export type CompanyFieldId = z.infer<typeof CompanyFieldId>;

export const FieldId = z.union([CatalogueFieldId, CompanyFieldId]);
export type FieldId = z.infer<typeof FieldId>;

/** Fields that may become segment facts, each with its bit in a grant's fact mask. Append only: bits are stored. */
export const FACT_FIELDS = [
  'country',
  'postal-region',
  'birth-decade',
  'household-size',
  'home-type',
  'preferred-language',
  'interests',
  'needs',
  'attitudes',
] as const satisfies readonly CatalogueField[];
export type FactField = (typeof FACT_FIELDS)[number];

export function isFactField(field: FieldId): field is FactField {
  return (FACT_FIELDS as readonly string[]).includes(field);
}

export function factBit(field: FactField): number {
  return 1 << FACT_FIELDS.indexOf(field);
}

/** The fact mask of a set of granted fields. Fields that are no facts add nothing. */
export function factMask(fields: readonly FieldId[]): number {
  return fields.reduce<number>((mask, field) => (isFactField(field) ? mask | factBit(field) : mask), 0);
}

export const FieldSource = z.enum(['customer', 'join', 'import', 'company', 'demo']);
export type FieldSource = z.infer<typeof FieldSource>;

export const FieldValue = z.union([z.string().min(1).max(200), z.array(z.string().max(40)).min(1).max(20)]);
export type FieldValue = z.infer<typeof FieldValue>;

/** What stood there before, from `at` until `until`. */
export const EarlierValue = z.object({
  value: FieldValue,
  at: z.string(),
  source: FieldSource,
  until: z.string(),
});
export type EarlierValue = z.infer<typeof EarlierValue>;

/** Earlier values that a field keeps, newest first. */
export const EARLIER_VALUES = 20;

/** One value with its origin. `verifiedAt` is null until the customer proved it (e-mail by link, phone by code). */
export const FieldEntry = z.object({
  value: FieldValue,
  at: z.string(),
  source: FieldSource,
  verifiedAt: z.string().nullable(),
  /** When the customer last said that it still holds. */
  confirmedAt: z.string().optional(),
  /** The customer wants no reminder for this one. */
  noReminder: z.literal(true).optional(),
  history: z.array(EarlierValue).max(EARLIER_VALUES).optional(),
});
export type FieldEntry = z.infer<typeof FieldEntry>;

/** What one vault blob holds: the entries of one field group, by field id. */
export const GroupEntries = z.record(z.string(), FieldEntry);
export type GroupEntries = z.infer<typeof GroupEntries>;
