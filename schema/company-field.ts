import * as z from 'zod';
import { CompanyFieldId, type FieldId } from './field.ts';
import { LocalizedText } from './language.ts';

/** Multi-valued and free long texts are left out on purpose: the fewer kinds, the less slips in. */
export const CompanyFieldType = z.enum(['text', 'choice', 'date', 'count']);
export type CompanyFieldType = z.infer<typeof CompanyFieldType>;

export const CompanyFieldOption = z
  .object({ value: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), label: LocalizedText })
  .strict();
export type CompanyFieldOption = z.infer<typeof CompanyFieldOption>;

/** What a company asks beyond the catalogue, with why it asks and what the customer gets. Fixed once released. */
export const CompanyFieldContent = z
  .object({
    label: LocalizedText,
    type: CompanyFieldType,
    /** Closed list for `choice`, empty for the others. */
    options: z.array(CompanyFieldOption).max(20),
    reason: LocalizedText,
    benefit: LocalizedText,
  })
  .strict()
  .refine(
    ({ type, options }) => (type === 'choice' ? options.length >= 2 : options.length === 0),
    'a choice needs two options, and nothing else has any',
  );
export type CompanyFieldContent = z.infer<typeof CompanyFieldContent>;

/** What pages need to name such a field and to ask for it. */
export interface CompanyFieldWords extends Pick<CompanyFieldContent, 'label' | 'type' | 'options'> {
  readonly id: CompanyFieldId;
}

export function isCompanyField(field: FieldId | string): field is CompanyFieldId {
  return CompanyFieldId.safeParse(field).success;
}

/** After "not now" the same question does not come back for so many months. */
export const FIELD_SKIP_MONTHS = 6;
