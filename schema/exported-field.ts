import * as z from 'zod';
import { CompanyFieldOption, CompanyFieldType } from './company-field.ts';
import { EarlierValue, FIELD_GROUPS, FieldId, FieldSource, FieldValue } from './field.ts';
import { LocalizedText } from './language.ts';

/** One value of the profile as the customer takes it along. */
export const ExportedField = z.object({
  field: FieldId,
  group: z.enum(FIELD_GROUPS),
  value: FieldValue,
  at: z.string().describe('When the value was entered'),
  source: FieldSource,
  verifiedAt: z.string().nullable(),
  dpv: z.string().describe('Term of the W3C DPV personal-data extension, https://w3id.org/dpv/pd'),
  confirmedAt: z.string().optional().describe('When the customer last said that it still holds'),
  earlier: z.array(EarlierValue).optional().describe('What stood there before, newest first'),
  defined: z
    .object({
      company: z.string(),
      slug: z.string().describe('What the company calls the field'),
      label: LocalizedText,
      type: CompanyFieldType,
      options: z.array(CompanyFieldOption),
    })
    .optional()
    .describe('Of a field that one company asks for beyond the catalogue: whose it is and what it is called'),
});
