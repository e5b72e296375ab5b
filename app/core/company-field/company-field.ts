import type { CompanyFieldContent, CompanyFieldWords } from '#schema/company-field.ts';
import type { CompanyFieldId } from '#schema/field.ts';
import type { CompanyId, Slug, StaffId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { ValueShape } from '../profile/parse-field-value.ts';

/** A field that one company defined. A draft until somebody else released it; its words never change after that. */
export interface CompanyField {
  readonly id: CompanyFieldId;
  readonly companyId: CompanyId;
  readonly slug: Slug;
  readonly content: CompanyFieldContent;
  /** Order in which the company asks. */
  readonly position: number;
  readonly createdBy: StaffId;
  readonly createdAt: Instant;
  readonly releasedBy: StaffId | null;
  readonly releasedAt: Instant | null;
  /** No longer asked for; what customers entered stays theirs. */
  readonly retiredAt: Instant | null;
}

export const wordsOf = ({ id, content }: CompanyField): CompanyFieldWords => ({
  id,
  label: content.label,
  type: content.type,
  options: content.options,
});

export const shapeOf = ({ content }: CompanyField): ValueShape => ({
  type: content.type,
  ...(content.type === 'choice' ? { options: content.options.map(({ value }) => value) } : {}),
});

export const isAsked = ({ releasedAt, retiredAt }: CompanyField): boolean =>
  releasedAt !== null && retiredAt === null;
