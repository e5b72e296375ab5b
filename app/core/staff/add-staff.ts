import type { CompanyId, StaffId } from '#schema/ids.ts';
import type { Language } from '#schema/language.ts';
import type { StaffRole } from '#schema/staff.ts';
import { normaliseEmail } from '../profile/parse-field-value.ts';
import { AppError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Staff } from './staff.ts';

export class StaffError extends AppError<'email-invalid' | 'email-taken' | 'roles-conflict'> {}

export interface StaffInput {
  readonly companyId: CompanyId | null;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
}

/**
 * Adds a person of a company. An owner is never the officer as well: who
 * decides on purposes must not be who advises on them (Art. 38(6)).
 */
export async function addStaff(core: Pick<Core, 'storage' | 'world'>, input: StaffInput): Promise<Staff> {
  const email = normaliseEmail(input.email);
  if (!email) throw new StaffError('email-invalid');
  if (input.roles.includes('owner') && input.roles.includes('officer'))
    throw new StaffError('roles-conflict');
  const staff: Staff = {
    id: core.world.newId() as StaffId,
    companyId: input.companyId,
    email,
    name: input.name.trim(),
    pseudonym: `staff-${core.world.newId().slice(0, 6)}`,
    roles: input.roles,
    language: input.language,
    createdAt: core.world.now(),
    endedAt: null,
  };
  try {
    await core.storage.transact((tx) => tx.staff.insert(staff));
  } catch (error) {
    if (core.storage.isUniqueViolation(error)) throw new StaffError('email-taken', {}, { cause: error });
    throw error;
  }
  return staff;
}
