import { CompanyFieldContent } from '#schema/company-field.ts';
import { CompanyFieldId } from '#schema/field.ts';
import type { CompanyId, Slug } from '#schema/ids.ts';
import { AppError, NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from '../staff/staff.ts';
import type { CompanyField } from './company-field.ts';
import { findSpecialWord } from './special-words.ts';

export type CompanyFieldErrorCode =
  | 'field-special-category'
  | 'field-slug-taken'
  | 'field-language-missing'
  | 'field-not-draft'
  | 'field-own-draft';

/** `details.word` names what pointed to a special category. */
export class CompanyFieldError extends AppError<CompanyFieldErrorCode> {}

export interface FieldDraft {
  readonly slug: Slug;
  readonly content: CompanyFieldContent;
  /** Only the demo's replay knows it beforehand, because purposes name it. */
  readonly id?: CompanyFieldId;
}

/**
 * A company writes down a field of its own. It is a draft: nobody is asked for
 * it, and no purpose may use it, before somebody else has released it.
 *
 * @throws CompanyFieldError, NotFoundError for anybody but marketers and owners
 */
export async function defineField(
  core: Pick<Core, 'storage' | 'world'>,
  staff: Staff,
  draft: FieldDraft,
): Promise<CompanyField> {
  const companyId = companyOf(staff, ['marketer', 'owner']);
  const content = CompanyFieldContent.parse(draft.content);
  const word = textsOf(content).flatMap((text) => findSpecialWord(text) ?? [])[0];
  if (word) throw new CompanyFieldError('field-special-category', { word });
  try {
    return await core.storage.transact(async (tx) => {
      const company = await tx.company.find(companyId);
      if (!company) throw new NotFoundError();
      const { label, reason, benefit } = content;
      for (const language of company.profile.languages) {
        if (![label, reason, benefit].every((text) => text[language]))
          throw new CompanyFieldError('field-language-missing', { language });
      }
      const others = await tx.companyField.ofCompany(companyId);
      const field: CompanyField = {
        id: draft.id ?? CompanyFieldId.parse(`x-${core.world.newId()}`),
        companyId,
        slug: draft.slug,
        content,
        position: Math.max(-1, ...others.map(({ position }) => position)) + 1,
        createdBy: staff.id,
        createdAt: core.world.now(),
        releasedBy: null,
        releasedAt: null,
        retiredAt: null,
      };
      await tx.companyField.insert(field);
      return field;
    });
  } catch (error) {
    if (core.storage.isUniqueViolation(error))
      throw new CompanyFieldError('field-slug-taken', {}, { cause: error });
    throw error;
  }
}

/** Another owner than the author says yes; from here on its words never change. */
export function releaseField(
  core: Pick<Core, 'storage' | 'world'>,
  staff: Staff,
  id: CompanyFieldId,
): Promise<void> {
  const companyId = companyOf(staff, ['owner']);
  return core.storage.transact(async (tx) => {
    const field = await tx.companyField.find(id);
    if (field?.companyId !== companyId) throw new NotFoundError();
    if (field.releasedAt) throw new CompanyFieldError('field-not-draft');
    if (field.createdBy === staff.id) throw new CompanyFieldError('field-own-draft');
    await tx.companyField.release(id, staff.id, core.world.now());
  });
}

/** A draft is thrown away; a released field is asked for no more, and what was entered stays its owner's. */
export function retireField(
  core: Pick<Core, 'storage' | 'world'>,
  staff: Staff,
  id: CompanyFieldId,
): Promise<void> {
  const companyId = companyOf(staff, ['marketer', 'owner']);
  return core.storage.transact(async (tx) => {
    const field = await tx.companyField.find(id);
    if (field?.companyId !== companyId) throw new NotFoundError();
    if (!field.releasedAt) await tx.companyField.deleteDraft(id);
    else if (!field.retiredAt) await tx.companyField.retire(id, core.world.now());
  });
}

function companyOf(
  { companyId, roles, endedAt }: Staff,
  allowed: readonly Staff['roles'][number][],
): CompanyId {
  if (!companyId || endedAt || !roles.some((role) => allowed.includes(role))) throw new NotFoundError();
  return companyId;
}

function textsOf({ label, reason, benefit, options }: CompanyFieldContent): string[] {
  return [label, reason, benefit, ...options.map((option) => option.label)].flatMap((text) =>
    Object.values(text).filter((part): part is string => typeof part === 'string'),
  );
}
